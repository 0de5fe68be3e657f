-- A child protection plan does not start while the child has a child in need plan, but it may on the day
-- on which that one ends.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate, CINPlanEndDate
-- needs: CINplanDates.CINPlanStartDate, CINplanDates.CINPlanEndDate, ChildProtectionPlans.CPPstartDate
-- mend: Give the day on which the child in need plan ended: that on which the protection plan started, or before.
SELECT row FROM CINplanDates
WHERE EXISTS (
    SELECT 1 FROM ChildProtectionPlans AS p
    WHERE p.LAchildID = CINplanDates.LAchildID AND p.CPPstartDate >= CINplanDates.CINPlanStartDate
        AND (CINplanDates.CINPlanEndDate_text IS NULL OR p.CPPstartDate < CINplanDates.CINPlanEndDate))

/* cases
fires: on the plan's first day, on the day before its last, and while it is open
    CINplanDates         | LAchildID | CINPlanStartDate | CINPlanEndDate
                         | C1        | 05/05/2026       | 05/08/2026
                         | C2        | 05/05/2026       | 05/08/2026
                         | C3        | 05/05/2026       |
    ChildProtectionPlans | LAchildID | CPPstartDate
                         | C1        | 05/05/2026
                         | C2        | 04/08/2026
                         | C3        | 05/09/2026
    flags                | 1 | 2 | 3
passes: the day before it, the day it ended, another child, and where a day is not known
    CINplanDates         | LAchildID | CINPlanStartDate | CINPlanEndDate
                         | C1        | 05/05/2026       | 05/08/2026
                         | C2        | 05/05/2026       | 05/08/2026
                         | C3        | 05/05/2026       |
                         | C4        |                  |
    ChildProtectionPlans | LAchildID | CPPstartDate
                         | C1        | 04/05/2026
                         | C2        | 05/08/2026
                         | C3        |
                         | C4        | 05/06/2026
                         | C5        | 05/06/2026
*/

-- A child in need plan does not start while the child has a child protection plan, but it may on the day
-- on which that one ends.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate
-- needs: CINplanDates.CINPlanStartDate, ChildProtectionPlans.CPPstartDate, ChildProtectionPlans.CPPendDate
-- mend: Check the day the child in need plan started and the days between which the protection plan ran.
SELECT row FROM CINplanDates
WHERE EXISTS (
    SELECT 1 FROM ChildProtectionPlans AS p
    WHERE p.LAchildID = CINplanDates.LAchildID AND p.CPPstartDate <= CINplanDates.CINPlanStartDate
        AND (p.CPPendDate_text IS NULL OR p.CPPendDate > CINplanDates.CINPlanStartDate))

/* cases
fires: on the first day of the protection plan, on the day before its last, and while it is open
    ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                         | C1        | 05/05/2026   | 05/08/2026
                         | C2        | 05/05/2026   |
    CINplanDates         | LAchildID | CINPlanStartDate
                         | C1        | 05/05/2026
                         | C1        | 04/08/2026
                         | C2        | 05/09/2026
    flags                | 1 | 2 | 3
passes: the day before it, the day it ended, another child, and where a day is not known
    ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                         | C1        | 05/05/2026   | 05/08/2026
                         | C3        |              |
    CINplanDates         | LAchildID | CINPlanStartDate
                         | C1        | 04/05/2026
                         | C1        | 05/08/2026
                         | C1        |
                         | C2        | 05/06/2026
                         | C3        | 05/06/2026
*/

-- A child in need plan is not open while a child protection plan is open in the same episode.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate, CINPlanEndDate
-- needs: CINplanDates.CINPlanEndDate, ChildProtectionPlans.CPPendDate
-- mend: Give the day on which the child in need plan ended, or that on which the protection plan did.
SELECT row FROM CINplanDates
WHERE CINPlanEndDate_text IS NULL
    AND EXISTS (
        SELECT 1 FROM ChildProtectionPlans AS p
        WHERE p.CINdetailsRow = CINplanDates.CINdetailsRow AND p.CPPendDate_text IS NULL)

/* cases
fires: both are open
    CINplanDates         | LAchildID | CINdetailsRow | CINPlanStartDate | CINPlanEndDate
                         | C1        | 1             | 05/05/2026       |
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate | CPPendDate
                         | C1        | 1             | 05/06/2026   |
    flags                | 1
passes: one of them has ended, or they are of different episodes
    CINplanDates         | LAchildID | CINdetailsRow | CINPlanStartDate | CINPlanEndDate
                         | C1        | 1             | 05/05/2026       | 05/06/2026
                         | C2        | 2             | 05/05/2026       |
                         | C3        | 3             | 05/05/2026       |
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate | CPPendDate
                         | C1        | 1             | 05/06/2026   |
                         | C2        | 2             | 01/04/2026   | 05/05/2026
                         | C3        | 4             | 05/06/2026   |
*/

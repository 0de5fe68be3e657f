-- A child protection plan does not end before the day on which it began.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate, CPPendDate
-- needs: ChildProtectionPlans.CPPstartDate, ChildProtectionPlans.CPPendDate
-- mend: Check the first and the last day of the plan.
SELECT row FROM ChildProtectionPlans WHERE CPPendDate < CPPstartDate

/* cases
fires: the day before
    ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                         | A1        | 02/05/2026   | 01/05/2026
    flags                | 1
passes: on the day, the day after, and blanks
    ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                         | A1        | 02/05/2026   | 02/05/2026
                         | A2        | 02/05/2026   | 03/05/2026
                         | A3        | 02/05/2026   |
                         | A4        |              | 02/05/2026
*/

-- A child protection plan lasts longer than the day on which it began.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate, CPPendDate
-- needs: ChildProtectionPlans.CPPstartDate, ChildProtectionPlans.CPPendDate
-- mend: Check the first and the last day of the plan.
SELECT row FROM ChildProtectionPlans WHERE CPPendDate = CPPstartDate

/* cases
fires: begun and ended on one day
    ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                         | A1        | 01/05/2026   | 01/05/2026
    flags                | 1
passes: the day after, the day before, and blanks
    ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                         | A1        | 01/05/2026   | 02/05/2026
                         | A2        | 01/05/2026   | 30/04/2026
                         | A3        | 01/05/2026   |
                         | A4        |              |
*/

-- A child protection plan tells the day on which it began, which is not after the last day of the year.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate
-- needs: ChildProtectionPlans.CPPstartDate
-- mend: Give the day on which the plan began; a plan that began after the year belongs in the next return.
SELECT row FROM ChildProtectionPlans WHERE CPPstartDate IS NULL OR CPPstartDate > ye()

/* cases
fires: the day after the year, none, and text that is no day
    ChildProtectionPlans | LAchildID | CPPstartDate
                         | A1        | 01/04/2027
                         | A2        |
                         | A3        | spring
    flags                | 1 | 2 | 3
passes: the last day of the year, and long before it
    ChildProtectionPlans | LAchildID | CPPstartDate
                         | A1        | 31/03/2027
                         | A2        | 01/05/2021
*/

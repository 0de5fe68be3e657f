-- A child protection plan that has ended did so within the year of the return.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPendDate
-- needs: ChildProtectionPlans.CPPendDate
-- mend: Check the day on which the plan ended; a plan that ended before the year is not in this return.
SELECT row FROM ChildProtectionPlans WHERE CPPendDate NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year, and the day after it
    ChildProtectionPlans | LAchildID | CPPendDate
                         | A1        | 31/03/2026
                         | A2        | 01/04/2027
    flags                | 1 | 2
passes: its first and its last day, and none
    ChildProtectionPlans | LAchildID | CPPendDate
                         | A1        | 01/04/2026
                         | A2        | 31/03/2027
                         | A3        |
*/

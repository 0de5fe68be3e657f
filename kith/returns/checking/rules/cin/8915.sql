-- A child protection plan began while the child lived, or on the day of death at the latest.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate, PersonDeathDate
-- needs: ChildProtectionPlans.CPPstartDate, ChildIdentifiers.PersonDeathDate
-- mend: Check the day on which the plan began and the day of death.
SELECT row FROM ChildProtectionPlans
WHERE EXISTS (SELECT 1 FROM ChildIdentifiers AS i
              WHERE i.LAchildID = ChildProtectionPlans.LAchildID
                AND i.PersonDeathDate < ChildProtectionPlans.CPPstartDate)

/* cases
fires: the day after the death
    ChildIdentifiers     | LAchildID | PersonDeathDate
                         | A1        | 01/05/2026
    ChildProtectionPlans | LAchildID | CPPstartDate
                         | A1        | 02/05/2026
    flags                | 1
passes: on the day, the day before, no death, and no day
    ChildIdentifiers     | LAchildID | PersonDeathDate
                         | A1        | 01/05/2026
                         | A2        |
    ChildProtectionPlans | LAchildID | CPPstartDate
                         | A1        | 01/05/2026
                         | A1        | 30/04/2026
                         | A1        |
                         | A2        | 02/05/2026
                         | A3        | 02/05/2026
*/

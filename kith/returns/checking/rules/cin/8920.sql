-- A child protection plan ended while the child lived, or on the day of death at the latest.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPendDate, PersonDeathDate
-- needs: ChildProtectionPlans.CPPendDate, ChildIdentifiers.PersonDeathDate
-- mend: Check the day on which the plan ended and the day of death.
SELECT row FROM ChildProtectionPlans
WHERE EXISTS (SELECT 1 FROM ChildIdentifiers AS i
              WHERE i.LAchildID = ChildProtectionPlans.LAchildID
                AND i.PersonDeathDate < ChildProtectionPlans.CPPendDate)

/* cases
fires: the day after the death
    ChildIdentifiers     | LAchildID | PersonDeathDate
                         | A1        | 01/05/2026
    ChildProtectionPlans | LAchildID | CPPendDate
                         | A1        | 02/05/2026
    flags                | 1
passes: on the day, the day before, no death, and no day
    ChildIdentifiers     | LAchildID | PersonDeathDate
                         | A1        | 01/05/2026
                         | A2        |
    ChildProtectionPlans | LAchildID | CPPendDate
                         | A1        | 01/05/2026
                         | A1        | 30/04/2026
                         | A1        |
                         | A2        | 02/05/2026
                         | A3        | 02/05/2026
*/

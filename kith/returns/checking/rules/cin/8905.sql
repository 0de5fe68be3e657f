-- A child protection plan tells the kind of harm that it was first made for, by one of the codes for it.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: InitialCategoryOfAbuse
-- needs: ChildProtectionPlans.InitialCategoryOfAbuse
-- mend: Choose a code from the list of kinds of harm.
SELECT row FROM ChildProtectionPlans
WHERE InitialCategoryOfAbuse IS NULL OR NOT valid_abuse(InitialCategoryOfAbuse)

/* cases
fires: none, and one that is not on the list
    ChildProtectionPlans | LAchildID | InitialCategoryOfAbuse
                         | A1        |
                         | A2        | ABC
    flags                | 1 | 2
passes: codes on the list
    ChildProtectionPlans | LAchildID | InitialCategoryOfAbuse
                         | A1        | NEG
                         | A2        | MUL
*/

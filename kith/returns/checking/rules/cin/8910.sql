-- A child protection plan tells the kind of harm that it is for at the last, by one of the codes for it.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: LatestCategoryOfAbuse
-- needs: ChildProtectionPlans.LatestCategoryOfAbuse
-- mend: Choose a code from the list of kinds of harm.
SELECT row FROM ChildProtectionPlans
WHERE LatestCategoryOfAbuse IS NULL OR NOT valid_abuse(LatestCategoryOfAbuse)

/* cases
fires: none, and one that is not on the list
    ChildProtectionPlans | LAchildID | LatestCategoryOfAbuse
                         | A1        |
                         | A2        | ABC
    flags                | 1 | 2
passes: codes on the list
    ChildProtectionPlans | LAchildID | LatestCategoryOfAbuse
                         | A1        | PHY
                         | A2        | EMO
*/

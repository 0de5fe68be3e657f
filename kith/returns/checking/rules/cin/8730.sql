-- How many child protection plans there were before is told as a whole number: 0 where this is the first.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: NumberOfPreviousCPP
-- needs: ChildProtectionPlans.NumberOfPreviousCPP
-- mend: Give the number of earlier plans, or 0.
SELECT row FROM ChildProtectionPlans
WHERE NumberOfPreviousCPP_text IS NULL OR NOT regexp_full_match(NumberOfPreviousCPP_text, '[0-9]+')

/* cases
fires: none, less than nothing, a part, and a word
    ChildProtectionPlans | LAchildID | NumberOfPreviousCPP
                         | A1        |
                         | A2        | -1
                         | A3        | 1.5
                         | A4        | one
    flags                | 1 | 2 | 3 | 4
passes: none before, and some
    ChildProtectionPlans | LAchildID | NumberOfPreviousCPP
                         | A1        | 0
                         | A2        | 3
                         | A3        | 2.0
*/

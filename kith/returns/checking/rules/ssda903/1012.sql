-- Whoever has a row in AD1, PlacedAdoption, Missing, Reviews, PrevPerm or OC2 has an episode of care this year.
-- severity: error
-- flags: Episodes
-- columns: CHILD
-- needs: AD1 | PlacedAdoption | Missing | Reviews | PrevPerm | OC2
-- needs: Episodes.CHILD
-- mend: Give the child's episodes of this year, or take the row away.
SELECT "table", row, child FROM (
    SELECT 'AD1' AS "table", row, CHILD AS child FROM AD1
    UNION ALL SELECT 'PlacedAdoption', row, CHILD FROM PlacedAdoption
    UNION ALL SELECT 'Missing', row, CHILD FROM Missing
    UNION ALL SELECT 'Reviews', row, CHILD FROM Reviews
    UNION ALL SELECT 'PrevPerm', row, CHILD FROM PrevPerm
    UNION ALL SELECT 'OC2', row, CHILD FROM OC2
)
WHERE child NOT IN (SELECT CHILD FROM Episodes WHERE CHILD IS NOT NULL)

/* cases
fires: a row in each, and no episode
    AD1            | CHILD
                   | 1
    PlacedAdoption | CHILD
                   | 2
    Missing        | CHILD
                   | 3
    Reviews        | CHILD
                   | 4
                   | 7
                   | 4
    PrevPerm       | CHILD
                   | 5
    OC2            | CHILD
                   | 6
    Episodes       | CHILD
                   | 7
    flags          | AD1 1 | Missing 1 | OC2 1 | PlacedAdoption 1 | PrevPerm 1 | Reviews 1 | Reviews 3
passes: an episode this year, no id, or in OC3 alone
    AD1      | CHILD
             | 1
    OC2      | CHILD
             |
    OC3      | CHILD
             | 2
    Episodes | CHILD
             | 1
*/

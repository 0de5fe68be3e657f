-- For a child who left care to be adopted (E11 or E12) the latest decision to place for adoption still stands.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED_CEASED, PlacedAdoption.DATE_PLACED, Episodes.REC
-- mend: Leave the day it was withdrawn blank, or correct why the child left care.
SELECT row FROM PlacedAdoption
WHERE DATE_PLACED_CEASED IS NOT NULL
  AND CHILD IN (SELECT child FROM Children WHERE last_rec IN ('E11', 'E12'))
  AND (CHILD, DATE_PLACED) IN (SELECT CHILD, max(DATE_PLACED) FROM PlacedAdoption GROUP BY CHILD)

/* cases
fires: the latest was withdrawn
    Episodes       | CHILD | DECOM      | REC
                   | 1     | 01/04/2026 | E11
                   | 2     | 01/04/2026 | X1
                   | 2     | 01/05/2026 | E12
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/04/2026  | 01/05/2026
                   | 2     | 01/03/2026  | 01/04/2026
                   | 2     | 01/04/2026  | 01/05/2026
    flags          | 1 | 3
passes: an earlier one was withdrawn, none was, the child left otherwise or not at all
    Episodes       | CHILD | DECOM      | REC
                   | 1     | 01/04/2026 | E11
                   | 2     | 01/04/2026 | E12
                   | 3     | 01/04/2026 | E4A
                   | 4     | 01/04/2026 |
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/03/2026  | 01/04/2026
                   | 1     | 01/04/2026  |
                   | 2     | 01/04/2026  |
                   | 3     | 01/04/2026  | 01/05/2026
                   | 4     | 01/04/2026  | 01/05/2026
*/

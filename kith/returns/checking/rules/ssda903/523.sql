-- The latest decision to place a child for adoption has the same date as the decision given in AD1.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, AD1.DATE_INT
-- mend: Make the date here and DATE_INT in AD1 the same.
SELECT row FROM PlacedAdoption
WHERE (CHILD, DATE_PLACED) IN (SELECT CHILD, max(DATE_PLACED) FROM PlacedAdoption GROUP BY CHILD)
  AND EXISTS (
    SELECT 1 FROM AD1
    WHERE AD1.CHILD = PlacedAdoption.CHILD AND AD1.DATE_INT <> PlacedAdoption.DATE_PLACED)

/* cases
fires: a day apart, and where only an earlier decision agrees
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 01/06/2026
                   | 2     | 01/05/2026
                   | 2     | 01/06/2026
    AD1            | CHILD | DATE_INT
                   | 1     | 02/06/2026
                   | 2     | 01/05/2026
    flags          | 1 | 3
passes: the same, an earlier decision, not in AD1, and blanks
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 01/06/2026
                   | 2     | 01/05/2026
                   | 2     | 01/06/2026
                   | 3     | 01/06/2026
                   | 4     | 01/06/2026
                   | 5     |
    AD1            | CHILD | DATE_INT
                   | 1     | 01/06/2026
                   | 2     | 01/06/2026
                   | 4     |
                   | 5     | 01/06/2026
*/

-- A decision to place a child for adoption made before the year was in last year's return.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption_last.DATE_PLACED
-- mend: Correct the date, or find out why last year's return did not have it.
SELECT row FROM PlacedAdoption
WHERE DATE_PLACED < ys()
  AND NOT EXISTS (
    SELECT 1 FROM PlacedAdoption_last AS before
    WHERE before.CHILD = PlacedAdoption.CHILD AND before.DATE_PLACED = PlacedAdoption.DATE_PLACED)

/* cases
fires: another date, and another child's
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 31/03/2026
                        | 2     | 01/06/2025
    PlacedAdoption_last | CHILD | DATE_PLACED
                        | 1     | 30/03/2026
                        | 3     | 01/06/2025
    flags               | 1 | 2
passes: the same date, this year, and blank
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 31/03/2026
                        | 2     | 01/04/2026
                        | 3     |
    PlacedAdoption_last | CHILD | DATE_PLACED
                        | 1     | 31/03/2026
*/

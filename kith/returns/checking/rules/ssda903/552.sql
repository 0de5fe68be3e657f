-- When an adoption placement (A3 to A6) begins, the decision to place the child for adoption has been made.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, Episodes.PLACE, Episodes.DECOM
-- mend: Check the date of the decision and the day the adoption placement began.
SELECT row FROM PlacedAdoption
WHERE EXISTS (
    SELECT 1 FROM Episodes AS placed
    WHERE placed.CHILD = PlacedAdoption.CHILD AND placed.PLACE IN ('A3', 'A4', 'A5', 'A6')
      AND coalesce(placed.prev_PLACE NOT IN ('A3', 'A4', 'A5', 'A6'), true)
      AND PlacedAdoption.DATE_PLACED > placed.DECOM
      -- No other decision stood on that day.
      AND NOT EXISTS (
        SELECT 1 FROM PlacedAdoption AS other
        WHERE other.CHILD = placed.CHILD AND other.DATE_PLACED <= placed.DECOM
          AND coalesce(other.DATE_PLACED_CEASED >= placed.DECOM, true)))

/* cases
fires: the day after; and a second decision after the first was withdrawn
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 02/06/2026  |
                   | 2     | 01/04/2026  | 01/05/2026
                   | 2     | 01/07/2026  |
    Episodes       | CHILD | DECOM      | PLACE
                   | 1     | 01/06/2026 | A4
                   | 1     | 01/08/2026 | A6
                   | 2     | 01/06/2026 | A6
    flags          | 1 | 3
passes: on the day, before it, a second decision with no placement yet, none, and blank
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/06/2026  |
                   | 2     | 31/05/2026  |
                   | 3     | 31/05/2026  | 01/08/2026
                   | 3     | 01/09/2026  |
                   | 4     | 01/09/2026  |
                   | 5     |             |
    Episodes       | CHILD | DECOM      | PLACE
                   | 1     | 01/06/2026 | A4
                   | 2     | 01/06/2026 | A6
                   | 3     | 01/06/2026 | A6
                   | 3     | 01/08/2026 | U4
                   | 4     | 01/06/2026 | U4
                   | 5     | 01/06/2026 | A6
*/

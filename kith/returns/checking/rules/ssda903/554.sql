-- By the first day of a placement order (LS E1) the decision to place the child for adoption has been made.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, Episodes.LS, Episodes.DECOM
-- mend: Check the date of the decision and the first day of the placement order.
SELECT row FROM PlacedAdoption
WHERE EXISTS (
    SELECT 1 FROM (
      SELECT CHILD, min(DECOM) AS DECOM FROM Episodes WHERE LS = 'E1' GROUP BY CHILD, period) AS placed
    WHERE placed.CHILD = PlacedAdoption.CHILD
      AND PlacedAdoption.DATE_PLACED > placed.DECOM
      -- No other decision stood on that day.
      AND NOT EXISTS (
        SELECT 1 FROM PlacedAdoption AS other
        WHERE other.CHILD = placed.CHILD AND other.DATE_PLACED <= placed.DECOM
          AND coalesce(other.DATE_PLACED_CEASED >= placed.DECOM, true)))

/* cases
fires: the day after, though another episode under the order came later
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 02/06/2026
    Episodes       | CHILD | DECOM      | RNE | LS
                   | 1     | 01/04/2026 | S   | C2
                   | 1     | 01/06/2026 | L   | E1
                   | 1     | 01/08/2026 | P   | E1
    flags          | 1
fires: in the second of two spells of care
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 31/05/2026  | 01/07/2026
                   | 1     | 02/08/2026  |
    Episodes       | CHILD | DECOM      | RNE | LS
                   | 1     | 01/06/2026 | S   | E1
                   | 1     | 01/08/2026 | S   | E1
    flags          | 2
passes: on the day, before it, no such order, and blank
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 01/06/2026
                   | 2     | 31/05/2026
                   | 3     | 01/09/2026
                   | 4     |
    Episodes       | CHILD | DECOM      | RNE | LS
                   | 1     | 01/06/2026 | S   | E1
                   | 2     | 01/06/2026 | S   | E1
                   | 3     | 01/06/2026 | S   | C2
                   | 4     | 01/06/2026 | S   | E1
*/

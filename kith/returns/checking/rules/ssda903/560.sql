-- A decision to place a child for adoption that stood at the end of last year is given this year with the same
-- date.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption_last.DATE_PLACED, PlacedAdoption_last.DATE_PLACED_CEASED
-- mend: Give the date as it was last year, or correct last year's.
SELECT now.row, before.CHILD AS child
FROM (SELECT DISTINCT CHILD FROM PlacedAdoption_last AS before
      WHERE CHILD IS NOT NULL AND DATE_PLACED IS NOT NULL AND DATE_PLACED_CEASED_text IS NULL
        AND NOT EXISTS (SELECT 1 FROM PlacedAdoption AS now
                        WHERE now.CHILD = before.CHILD AND now.DATE_PLACED = before.DATE_PLACED)) AS before
LEFT JOIN (SELECT CHILD, max_by(row, (DATE_PLACED, row)) AS row FROM PlacedAdoption GROUP BY CHILD) AS now
    USING (CHILD)

/* cases
fires: a day later, a new decision alone, no date, and no row at all
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 02/06/2025
                        | 2     | 01/05/2026
                        | 4     |
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                        | 1     | 01/06/2025  |
                        | 2     | 01/05/2025  | 01/06/2025
                        | 2     | 01/07/2025  |
                        | 4     | 01/06/2025  |
                        | 6     | 01/06/2025  |
    flags               | 1 | 2 | 3 | child 6
passes: the same beside a new one, withdrawn last year, not there last year, and blanks
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 01/06/2025
                        | 1     | 01/05/2026
                        | 2     | 01/05/2026
                        | 3     | 01/05/2026
                        | 5     | 01/05/2026
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                        | 1     | 01/06/2025  |
                        | 2     | 01/06/2025  | 01/07/2025
                        | 5     |             |
*/

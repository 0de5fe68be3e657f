-- A decision to place a child for adoption that stood at the end of last year is given this year with the same
-- date.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption_last.DATE_PLACED, PlacedAdoption_last.DATE_PLACED_CEASED
-- mend: Give the date as it was last year, or correct last year's.
SELECT row FROM PlacedAdoption
WHERE DATE_PLACED IS NOT NULL
  AND CHILD IN (
    SELECT CHILD FROM PlacedAdoption_last AS before
    WHERE before.DATE_PLACED IS NOT NULL AND before.DATE_PLACED_CEASED_text IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM PlacedAdoption AS now
        WHERE now.CHILD = before.CHILD AND now.DATE_PLACED = before.DATE_PLACED))

/* cases
fires: a day later, and a new decision alone
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 02/06/2025
                        | 2     | 01/05/2026
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                        | 1     | 01/06/2025  |
                        | 2     | 01/05/2025  | 01/06/2025
                        | 2     | 01/07/2025  |
    flags               | 1 | 2
passes: the same beside a new one, withdrawn last year, not there last year, and blanks
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 01/06/2025
                        | 1     | 01/05/2026
                        | 2     | 01/05/2026
                        | 3     | 01/05/2026
                        | 4     |
                        | 5     | 01/05/2026
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                        | 1     | 01/06/2025  |
                        | 2     | 01/06/2025  | 01/07/2025
                        | 4     | 01/06/2025  |
                        | 5     |             |
*/

-- A decision given again with last year's date had not been withdrawn last year.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption_last.DATE_PLACED, PlacedAdoption_last.DATE_PLACED_CEASED
-- mend: Take out the decision that was withdrawn, or give the date of the new one.
SELECT row FROM PlacedAdoption
WHERE EXISTS (
    SELECT 1 FROM PlacedAdoption_last AS before
    WHERE before.CHILD = PlacedAdoption.CHILD AND before.DATE_PLACED = PlacedAdoption.DATE_PLACED
      AND coalesce(before.DATE_PLACED_CEASED_text, before.REASON_PLACED_CEASED) IS NOT NULL)

/* cases
fires: withdrawn last year, or the reason alone
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 01/06/2025
                        | 2     | 01/06/2025
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                        | 1     | 01/06/2025  | 01/07/2025         | RD1
                        | 2     | 01/06/2025  |                    | RD2
    flags               | 1 | 2
passes: it stood, another date, and blanks
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 01/06/2025
                        | 2     | 02/06/2025
                        | 3     |
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                        | 1     | 01/06/2025  |                    |
                        | 2     | 01/06/2025  | 01/07/2025         | RD1
                        | 3     |             | 01/07/2025         | RD1
*/

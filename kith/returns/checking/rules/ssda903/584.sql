-- Where last year's decision to place a child for adoption was revoked, this year's was made later than that one.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption_last.DATE_PLACED, PlacedAdoption_last.DATE_PLACED_CEASED
-- mend: Give the day of the new decision; leave out the one that was revoked last year.
SELECT row FROM PlacedAdoption
WHERE EXISTS (
    SELECT 1 FROM PlacedAdoption_last AS before
    WHERE before.CHILD = PlacedAdoption.CHILD AND before.DATE_PLACED_CEASED IS NOT NULL
        AND before.DATE_PLACED >= PlacedAdoption.DATE_PLACED)

/* cases
fires: the same day, and an earlier one
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                        | 1     | 10/06/2025  | 01/02/2026
                        | 2     | 10/06/2025  | 01/02/2026
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 10/06/2025
                        | 2     | 09/06/2025
    flags               | 1 | 2
passes: the day after
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                        | 1     | 10/06/2025  | 01/02/2026
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 11/06/2025
passes: not revoked, blanks, and not there last year
    PlacedAdoption_last | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                        | 1     | 10/06/2025  |
                        | 2     | 10/06/2025  | 01/02/2026
                        | 3     |             | 01/02/2026
    PlacedAdoption      | CHILD | DATE_PLACED
                        | 1     | 10/06/2025
                        | 2     |
                        | 3     | 10/06/2025
                        | 4     | 10/06/2025
*/

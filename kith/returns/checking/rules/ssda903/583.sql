-- Of several decisions to place a child for adoption, each but the latest has the day on which it ceased.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED, DATE_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption.DATE_PLACED_CEASED
-- mend: Give the day on which the earlier decision ceased to hold.
SELECT row FROM PlacedAdoption
WHERE DATE_PLACED_CEASED_text IS NULL
    AND EXISTS (
        SELECT 1 FROM PlacedAdoption AS later
        WHERE later.CHILD = PlacedAdoption.CHILD AND later.DATE_PLACED > PlacedAdoption.DATE_PLACED)

/* cases
fires: the earlier one, though written last
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 02/06/2026  |
                   | 1     | 01/06/2026  |
    flags          | 2
fires: two of three
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/04/2026  |
                   | 1     | 01/05/2026  |
                   | 1     | 01/06/2026  | 01/07/2026
    flags          | 1 | 2
passes: the earlier one has ceased
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/06/2026  | 20/06/2026
                   | 1     | 01/07/2026  |
passes: one decision, days not known, and two children
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/06/2026  |
                   | 1     |             |
                   | 2     | 01/07/2026  |
                   | 3     | 01/07/2026  | 31/06/2026
                   | 3     | 01/08/2026  |
*/

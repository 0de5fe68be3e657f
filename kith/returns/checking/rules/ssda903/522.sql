-- A decision to place a child for adoption was made by the day it was withdrawn.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED, DATE_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption.DATE_PLACED_CEASED
-- mend: Check both dates.
SELECT row FROM PlacedAdoption WHERE DATE_PLACED > DATE_PLACED_CEASED

/* cases
fires: the day after
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 02/06/2026  | 01/06/2026
    flags          | 1
passes: the same day, before it, and blanks
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/06/2026  | 01/06/2026
                   | 2     | 31/05/2026  | 01/06/2026
                   | 3     | 02/06/2026  |
                   | 4     |             | 01/06/2026
*/

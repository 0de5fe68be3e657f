-- Where a decision to place for adoption was withdrawn, the date on which it was made is given too.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption.DATE_PLACED_CEASED
-- mend: Give the date of the decision.
SELECT row FROM PlacedAdoption WHERE DATE_PLACED_CEASED IS NOT NULL AND DATE_PLACED_text IS NULL

/* cases
fires: the day it was withdrawn alone
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     |             | 01/06/2026
    flags          | 1
passes: both, a date that cannot be read, and blanks
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/05/2026  | 01/06/2026
                   | 2     | 31/02/2026  | 01/06/2026
                   | 3     | 01/05/2026  |
                   | 4     |             |
*/

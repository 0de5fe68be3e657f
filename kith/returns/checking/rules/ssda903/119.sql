-- The day on which a child was no longer to be placed for adoption and the reason are both given, or neither.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED_CEASED, REASON_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED_CEASED, PlacedAdoption.REASON_PLACED_CEASED
-- mend: Give what is lacking, the day or the reason, or take the other away.
SELECT row FROM PlacedAdoption WHERE (DATE_PLACED_CEASED_text IS NULL) <> (REASON_PLACED_CEASED IS NULL)

/* cases
fires: one of the two
    PlacedAdoption | CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                   | 1     | 01/05/2026         |
                   | 2     |                    | RD1
    flags          | 1 | 2
passes: both, neither, and a day that cannot be read
    PlacedAdoption | CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                   | 1     | 01/05/2026         | RD1
                   | 2     |                    |
                   | 3     | in May             | RD1
*/

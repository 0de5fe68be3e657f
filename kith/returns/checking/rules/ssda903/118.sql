-- A decision to place a child for adoption is withdrawn within the year, and not before the child first comes into
-- care, short breaks aside.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED_CEASED, Episodes.DECOM, Episodes.LS
-- mend: Check the day of the withdrawal, and the day on which the child came into care.
SELECT row FROM PlacedAdoption
WHERE DATE_PLACED_CEASED < ys()
OR DATE_PLACED_CEASED < (SELECT min(DECOM) FROM Episodes AS care
    WHERE care.CHILD = PlacedAdoption.CHILD AND NOT coalesce(care.short_break, false))

/* cases
fires: the day before the year began, or before care did
    PlacedAdoption | CHILD | DATE_PLACED_CEASED
                   | 1     | 31/03/2026
                   | 2     | 31/05/2026
                   | 3     | 31/05/2026
    Episodes       | CHILD | DECOM      | LS
                   | 1     | 01/06/2025 | C2
                   | 2     | 01/06/2026 | C2
                   | 3     | 01/04/2026 | V3
                   | 3     | 01/06/2026 | E1
    flags          | 1 | 2 | 3
passes: the first day of either, blank, and no episode but short breaks
    PlacedAdoption | CHILD | DATE_PLACED_CEASED
                   | 1     | 01/04/2026
                   | 2     | 01/06/2026
                   | 3     |
                   | 4     | 31/05/2026
    Episodes       | CHILD | DECOM      | LS
                   | 1     | 01/06/2025 | C2
                   | 2     | 01/06/2026 | C2
                   | 2     | 01/07/2026 | E1
                   | 3     | 01/06/2026 | C2
                   | 4     | 01/06/2026 | V4
*/

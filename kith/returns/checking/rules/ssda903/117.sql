-- A decision to place a child for adoption, and its withdrawal, come no later than the end of the year, nor than
-- the day on which the child leaves care.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED, DATE_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption.DATE_PLACED_CEASED, Episodes.DECOM, Episodes.DEC, Episodes.REC
-- mend: Check both days of the decision, and the day on which care ended.
SELECT row FROM PlacedAdoption
WHERE greatest(DATE_PLACED, DATE_PLACED_CEASED) > ye()
-- Someone who came back into care since may be placed again.
OR greatest(DATE_PLACED, DATE_PLACED_CEASED)
    > (SELECT last_dec FROM Children WHERE Children.child = PlacedAdoption.CHILD AND last_rec <> 'X1')

/* cases
fires: after the year, or the day after care ended
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/04/2027  |
                   | 2     | 01/05/2026  | 01/04/2027
                   | 3     | 02/06/2026  |
                   | 4     |             | 02/06/2026
    Episodes       | CHILD | DECOM      | DEC        | REC
                   | 1     | 01/04/2026 |            |
                   | 2     | 01/04/2026 |            |
                   | 3     | 01/04/2026 | 01/06/2026 | E12
                   | 4     | 01/04/2026 | 01/05/2026 | X1
                   | 4     | 01/05/2026 | 01/06/2026 | E4A
    flags          | 1 | 2 | 3 | 4
passes: the last day of the year, the day itself, an episode that only gave way to another, blank, and back in care
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 31/03/2027  | 31/03/2027
                   | 2     | 01/06/2026  | 01/06/2026
                   | 3     | 02/06/2026  |
                   | 4     |             |
                   | 5     | 01/09/2026  |
    Episodes       | CHILD | DECOM      | DEC        | REC
                   | 1     | 01/04/2026 |            |
                   | 2     | 01/04/2026 | 01/06/2026 | E12
                   | 3     | 01/04/2026 | 01/06/2026 | X1
                   | 4     | 01/04/2026 | 01/06/2026 | E12
                   | 5     | 01/04/2026 | 01/06/2026 | E4A
                   | 5     | 01/08/2026 |            |
*/

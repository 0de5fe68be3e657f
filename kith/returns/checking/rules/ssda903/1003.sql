-- The decision to place a child for adoption is not made before the child first comes into care.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, Episodes.DECOM, Episodes.RNE
-- mend: Check the day of the decision, and the day on which the first episode of care began.
SELECT row FROM PlacedAdoption
WHERE DATE_PLACED < (SELECT first_start FROM Children WHERE Children.child = PlacedAdoption.CHILD)

/* cases
fires: the day before care began
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 30/04/2026
    Episodes       | CHILD | DECOM      | RNE
                   | 1     | 01/05/2026 | S
                   | 1     | 01/07/2026 | P
    flags          | 1
passes: that day itself, blank, and where no start is known
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 01/05/2026
                   | 2     |
                   | 3     | 01/04/2026
    Episodes       | CHILD | DECOM      | RNE
                   | 1     | 01/05/2026 | S
                   | 2     | 01/05/2026 | S
                   | 3     | 01/05/2026 | L
passes: the first of two starts counts
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 01/06/2026
    Episodes       | CHILD | DECOM      | RNE
                   | 1     | 01/08/2026 | S
                   | 1     | 01/05/2026 | S
*/

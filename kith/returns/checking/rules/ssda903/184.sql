-- The decision to place a child for adoption is not made before the child is born.
-- severity: error
-- flags: PlacedAdoption
-- columns: DOB, DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, Header.DOB
-- mend: Check the date of birth and the day of the decision.
SELECT row FROM PlacedAdoption
WHERE DATE_PLACED < (SELECT dob FROM Children WHERE Children.child = PlacedAdoption.CHILD)

/* cases
fires: the day before birth
    Header         | CHILD | DOB
                   | 1     | 02/05/2026
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 01/05/2026
    flags          | 1
passes: on the day of birth, blank, and not in the header
    Header         | CHILD | DOB
                   | 1     | 02/05/2026
                   | 2     | 02/05/2026
                   | 3     |
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     | 02/05/2026
                   | 2     |
                   | 3     | 01/05/2026
                   | 4     | 01/05/2026
*/

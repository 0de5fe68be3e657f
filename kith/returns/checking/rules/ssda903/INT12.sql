-- A child with a decision to be placed for adoption has the same date of birth there as in the header file.
-- severity: error
-- flags: PlacedAdoption
-- columns: DOB
-- needs: PlacedAdoption.DOB, Header.DOB
-- mend: Correct the date of birth where it is wrong, here or in the header file.
SELECT row FROM PlacedAdoption
WHERE EXISTS (SELECT 1 FROM Children AS c WHERE c.child = PlacedAdoption.CHILD AND c.dob <> PlacedAdoption.DOB)

/* cases
fires: another day
    Header         | CHILD | DOB
                   | 1     | 01/05/2012
                   | 2     | 01/05/2012
    PlacedAdoption | CHILD | DOB
                   | 1     | 02/05/2012
                   | 2     | 01/05/2012
    flags          | 1
passes: blank or not to be read in either, and not in the header file
    Header         | CHILD | DOB
                   | 1     | 01/05/2012
                   | 2     |
                   | 3     | 31/06/2012
    PlacedAdoption | CHILD | DOB
                   | 1     |
                   | 1     | 31/06/2012
                   | 2     | 01/05/2012
                   | 3     | 01/05/2012
                   | 4     | 01/05/2012
*/

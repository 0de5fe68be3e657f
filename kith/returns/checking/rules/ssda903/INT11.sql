-- A child in the adoption file (AD1) has the same date of birth there as in the header file.
-- severity: error
-- flags: AD1
-- columns: DOB
-- needs: AD1.DOB, Header.DOB
-- mend: Correct the date of birth where it is wrong, here or in the header file.
SELECT row FROM AD1
WHERE EXISTS (SELECT 1 FROM Children AS c WHERE c.child = AD1.CHILD AND c.dob <> AD1.DOB)

/* cases
fires: another day
    Header | CHILD | DOB
           | 1     | 01/05/2012
           | 2     | 01/05/2012
    AD1    | CHILD | DOB
           | 1     | 02/05/2012
           | 2     | 01/05/2012
    flags  | 1
passes: blank or not to be read in either, and not in the header file
    Header | CHILD | DOB
           | 1     | 01/05/2012
           | 2     |
           | 3     | 31/06/2012
    AD1    | CHILD | DOB
           | 1     |
           | 1     | 31/06/2012
           | 2     | 01/05/2012
           | 3     | 01/05/2012
           | 4     | 01/05/2012
*/

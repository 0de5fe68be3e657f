-- A child in the file of health and offending (OC2) has the same date of birth there as in the header file.
-- severity: error
-- flags: OC2
-- columns: DOB
-- needs: OC2.DOB, Header.DOB
-- mend: Correct the date of birth where it is wrong, here or in the header file.
SELECT row FROM OC2
WHERE EXISTS (SELECT 1 FROM Children AS c WHERE c.child = OC2.CHILD AND c.dob <> OC2.DOB)

/* cases
fires: another day
    Header | CHILD | DOB
           | 1     | 01/05/2012
           | 2     | 01/05/2012
    OC2    | CHILD | DOB
           | 1     | 02/05/2012
           | 2     | 01/05/2012
    flags  | 1
passes: blank or not to be read in either, and not in the header file
    Header | CHILD | DOB
           | 1     | 01/05/2012
           | 2     |
           | 3     | 31/06/2012
    OC2    | CHILD | DOB
           | 1     |
           | 1     | 31/06/2012
           | 2     | 01/05/2012
           | 3     | 01/05/2012
           | 4     | 01/05/2012
*/

-- A child's date of birth is what it was in last year's return.
-- severity: error
-- flags: Header
-- columns: DOB
-- needs: Header.DOB, Header_last.DOB
-- mend: Check the child's date of birth, this year and last.
SELECT row FROM Header
WHERE EXISTS (SELECT 1 FROM Header_last AS before WHERE before.CHILD = Header.CHILD AND before.DOB <> Header.DOB)

/* cases
fires: a day apart
    Header      | CHILD | DOB
                | 1     | 01/05/2015
    Header_last | CHILD | DOB
                | 1     | 02/05/2015
    flags       | 1
passes: the same, not given in either, not there last year
    Header      | CHILD | DOB
                | 1     | 29/02/2012
                | 2     |
                | 3     | 01/05/2015
                | 4     | 01/05/2015
    Header_last | CHILD | DOB
                | 1     | 29/02/2012
                | 2     | 01/05/2015
                | 3     |
*/

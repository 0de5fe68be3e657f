-- A mother is 11 or older on the last day of the year.
-- severity: query
-- flags: Header
-- columns: DOB, MOTHER
-- needs: Header.DOB, Header.MOTHER
-- mend: Check the date of birth and whether she is a mother.
SELECT row FROM Header WHERE MOTHER = '1' AND birthday(DOB, 11) > ye()

/* cases
fires: eleven the day after the year ends
    Header | CHILD | DOB        | MOTHER
           | 1     | 01/04/2016 | 1
    flags  | 1
passes: eleven on the last day, no mother, and blanks
    Header | CHILD | DOB        | MOTHER
           | 1     | 31/03/2016 | 1
           | 2     | 29/02/2016 | 1
           | 3     | 01/04/2020 | 0
           | 4     | 01/04/2020 |
           | 5     |            | 1
*/

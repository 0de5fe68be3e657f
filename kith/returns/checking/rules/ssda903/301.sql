-- A child was born on or before the last day of the year.
-- severity: error
-- flags: Header
-- columns: DOB
-- needs: Header.DOB
-- mend: Correct the date of birth, or leave out a child not yet born.
SELECT row FROM Header WHERE DOB > ye()

/* cases
fires: born the day after
    Header | CHILD | DOB
           | 1     | 01/04/2027
    flags  | 1
passes: born on the last day, before it, or not known
    Header | CHILD | DOB
           | 1     | 31/03/2027
           | 2     | 29/02/2012
           | 3     |
*/

-- Nobody in the return was over 25 on the first day of the year.
-- severity: error
-- flags: Header
-- columns: DOB
-- needs: Header.DOB
-- mend: Correct the date of birth, or leave this person out.
SELECT row FROM Header WHERE birthday(DOB, 25) < ys()

/* cases
fires: twenty-five the day before
    Header | CHILD | DOB
           | 1     | 31/03/2001
           | 2     | 01/06/1990
    flags  | 1 | 2
passes: twenty-five on that day, younger, or not known
    Header | CHILD | DOB
           | 1     | 01/04/2001
           | 2     | 01/06/2010
           | 3     |
fires: born on 29 February, long since 25
    Header | CHILD | DOB
           | 1     | 29/02/2000
           | 2     | 29/02/2004
    flags  | 1
*/

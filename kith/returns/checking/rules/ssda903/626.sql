-- Where she was no mother in last year's return and is one now, her child was born in this year.
-- severity: error
-- flags: Header
-- columns: MOTHER, MC_DOB
-- needs: Header.MOTHER, Header.MC_DOB, Header_last.MOTHER
-- mend: Check the date of birth of her child, and whether she was a mother already last year.
SELECT row FROM Header
WHERE MOTHER = '1' AND MC_DOB < ys()
    AND CHILD IN (SELECT CHILD FROM Header_last WHERE MOTHER = '0')

/* cases
fires: born the day before the year
    Header_last | CHILD | MOTHER
                | 1     | 0
    Header      | CHILD | MOTHER | MC_DOB
                | 1     | 1      | 31/03/2026
    flags       | 1
passes: born on its first day
    Header_last | CHILD | MOTHER
                | 1     | 0
    Header      | CHILD | MOTHER | MC_DOB
                | 1     | 1      | 01/04/2026
passes: a mother then already, not said, not there, no mother now, and blank
    Header_last | CHILD | MOTHER
                | 1     | 1
                | 2     |
                | 4     | 0
                | 5     | 0
    Header      | CHILD | MOTHER | MC_DOB
                | 1     | 1      | 31/03/2026
                | 2     | 1      | 31/03/2026
                | 3     | 1      | 31/03/2026
                | 4     | 0      | 31/03/2026
                | 5     | 1      |
*/

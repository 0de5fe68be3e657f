-- A child's first episode does not begin before the child was born.
-- severity: error
-- flags: Episodes
-- columns: DECOM
-- needs: Episodes.DECOM, Header.DOB
-- mend: Correct the day on which the episode began, or the date of birth.
SELECT row FROM Episodes WHERE nth = 1 AND DECOM < dob

/* cases
fires: the day before, and the first episode alone
    Header   | CHILD | DOB
             | 1     | 02/05/2026
    Episodes | CHILD | DECOM
             | 1     | 01/05/2026
             | 1     | 30/04/2026
    flags    | 2
passes: on the day, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2026
             | 2     |
             | 3     | 02/05/2026
    Episodes | CHILD | DECOM
             | 1     | 02/05/2026
             | 2     | 01/05/2026
             | 3     |
             | 4     | 01/05/2026
*/

-- Residential employment (P3) is for children who were 14 or over when the episode began.
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM
-- needs: Episodes.PLACE, Episodes.DECOM, Header.DOB
-- mend: Check the placement, the day on which the episode began and the date of birth.
SELECT row FROM Episodes WHERE PLACE = 'P3' AND DECOM < birthday(dob, 14)

/* cases
fires: the day before the fourteenth birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2012
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/05/2026 | P3
    flags    | 1
passes: on the birthday, another placement, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2012
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 02/05/2026 | P3
             | 1     | 01/05/2026 | U4
             | 1     |            | P3
             | 2     | 01/05/2026 | P3
fires: born on 29 February, who turns 14 on 1 March in a common year
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2012
             | 2     | 29/02/2012
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 28/02/2026 | P3
             | 2     | 01/03/2026 | P3
    flags    | 1
*/

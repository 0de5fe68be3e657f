-- Supported accommodation (K3) is for children who were 16 or over when the episode began.
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM
-- needs: Episodes.PLACE, Episodes.DECOM, Header.DOB
-- mend: Check the placement, the day on which the episode began and the date of birth.
SELECT row FROM Episodes WHERE PLACE = 'K3' AND DECOM < birthday(dob, 16)

/* cases
fires: the day before the sixteenth birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2010
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/05/2026 | K3
    flags    | 1
passes: on the birthday, another placement, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2010
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 02/05/2026 | K3
             | 1     | 01/05/2026 | U4
             | 1     |            | K3
             | 2     | 01/05/2026 | K3
fires: born on 29 February, who turns 16 on one
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2008
             | 2     | 29/02/2008
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 28/02/2024 | K3
             | 2     | 29/02/2024 | K3
    flags    | 1
*/

-- A young offender institution or prison (R5) is for children who were 10 or over when the episode began.
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM
-- needs: Episodes.PLACE, Episodes.DECOM, Header.DOB
-- mend: Check the placement, the day on which the episode began and the date of birth.
SELECT row FROM Episodes WHERE PLACE = 'R5' AND DECOM < birthday(dob, 10)

/* cases
fires: the day before the tenth birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2016
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/05/2026 | R5
    flags    | 1
passes: on the birthday, another placement, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2016
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 02/05/2026 | R5
             | 1     | 01/05/2026 | U4
             | 1     |            | R5
             | 2     | 01/05/2026 | R5
fires: born on 29 February, who turns 10 on 1 March in a common year
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2016
             | 2     | 29/02/2016
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 28/02/2026 | R5
             | 2     | 01/03/2026 | R5
    flags    | 1
*/

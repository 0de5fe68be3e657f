-- A residential school (S1) is for children who were 4 or over when the episode began.
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM
-- needs: Episodes.PLACE, Episodes.DECOM, Header.DOB
-- mend: Check the placement, the day on which the episode began and the date of birth.
SELECT row FROM Episodes WHERE PLACE = 'S1' AND DECOM < birthday(dob, 4)

/* cases
fires: the day before the fourth birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2022
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/05/2026 | S1
    flags    | 1
passes: on the birthday, another placement, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2022
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 02/05/2026 | S1
             | 1     | 01/05/2026 | U4
             | 1     |            | S1
             | 2     | 01/05/2026 | S1
fires: born on 29 February, who turns 4 on one
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2020
             | 2     | 29/02/2020
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 28/02/2024 | S1
             | 2     | 29/02/2024 | S1
    flags    | 1
*/

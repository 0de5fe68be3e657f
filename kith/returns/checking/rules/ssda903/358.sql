-- A child with a legal status from youth justice (J1 to J3) was 10 or over when the episode began.
-- severity: error
-- flags: Episodes
-- columns: LS, DECOM
-- needs: Episodes.LS, Episodes.DECOM, Header.DOB
-- mend: Check the legal status, the day on which the episode began and the date of birth.
SELECT row FROM Episodes WHERE LS IN ('J1', 'J2', 'J3') AND DECOM < birthday(dob, 10)

/* cases
fires: the day before the tenth birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2016
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/05/2026 | J1
    flags    | 1
passes: on the birthday, another status, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2016
    Episodes | CHILD | DECOM      | LS
             | 1     | 02/05/2026 | J3
             | 1     | 01/05/2026 | C2
             | 1     |            | J1
             | 2     | 01/05/2026 | J1
fires: born on 29 February, who turns 10 on 1 March in a common year
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2016
             | 2     | 29/02/2016
    Episodes | CHILD | DECOM      | LS
             | 1     | 28/02/2026 | J2
             | 2     | 01/03/2026 | J2
    flags    | 1
*/

-- A child starts to be looked after (RNE S) before the 18th birthday.
-- severity: error
-- flags: Episodes
-- columns: DECOM, RNE
-- needs: Episodes.DECOM, Episodes.RNE, Header.DOB
-- mend: Check the day on which the episode began, why it began, and the date of birth.
SELECT row FROM Episodes WHERE RNE = 'S' AND DECOM >= birthday(dob, 18)

/* cases
fires: on the birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2008
    Episodes | CHILD | DECOM      | RNE
             | 1     | 02/05/2026 | S
    flags    | 1
passes: the day before, another kind of episode, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2008
    Episodes | CHILD | DECOM      | RNE
             | 1     | 01/05/2026 | S
             | 1     | 02/05/2026 | P
             | 1     |            | S
             | 2     | 02/05/2026 | S
fires: born on 29 February, who turns 18 on 1 March in a common year
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2008
             | 2     | 29/02/2008
    Episodes | CHILD | DECOM      | RNE
             | 1     | 28/02/2026 | S
             | 2     | 01/03/2026 | S
    flags    | 2
*/

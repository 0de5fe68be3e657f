-- A child who was adopted (REC E11, E12) was under 18 on that day.
-- severity: error
-- flags: Episodes
-- columns: REC, DEC
-- needs: Episodes.REC, Episodes.DEC, Header.DOB
-- mend: Check the reason that the episode ended, the day on which it did, and the date of birth.
SELECT row FROM Episodes WHERE REC IN ('E11', 'E12') AND DEC >= birthday(dob, 18)

/* cases
fires: on the birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2008
    Episodes | CHILD | DEC        | REC
             | 1     | 02/05/2026 | E11
    flags    | 1
passes: the day before, another reason, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2008
    Episodes | CHILD | DEC        | REC
             | 1     | 01/05/2026 | E12
             | 1     | 02/05/2026 | E17
             | 1     |            | E11
             | 2     | 02/05/2026 | E11
fires: born on 29 February, who turns 18 on 1 March in a common year
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2008
             | 2     | 29/02/2008
    Episodes | CHILD | DEC        | REC
             | 1     | 28/02/2026 | E12
             | 2     | 01/03/2026 | E12
    flags    | 2
*/

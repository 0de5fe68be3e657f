-- Someone who left care to live independently (REC E5, E6) was 14 or over on that day.
-- severity: error
-- flags: Episodes
-- columns: REC, DEC
-- needs: Episodes.REC, Episodes.DEC, Header.DOB
-- mend: Check the reason that the episode ended, the day on which it did, and the date of birth.
SELECT row FROM Episodes WHERE REC IN ('E5', 'E6') AND DEC < birthday(dob, 14)

/* cases
fires: the day before the birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2012
    Episodes | CHILD | DEC        | REC
             | 1     | 01/05/2026 | E5
    flags    | 1
passes: on the birthday, another reason, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2012
    Episodes | CHILD | DEC        | REC
             | 1     | 02/05/2026 | E6
             | 1     | 01/05/2026 | E4A
             | 1     |            | E5
             | 2     | 01/05/2026 | E5
fires: born on 29 February, who turns 14 on 1 March in a common year
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2012
             | 2     | 29/02/2012
    Episodes | CHILD | DEC        | REC
             | 1     | 28/02/2026 | E5
             | 2     | 01/03/2026 | E5
    flags    | 1
*/

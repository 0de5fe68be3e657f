-- Someone who stayed with the same carer on leaving care (REC E17) is at least 18 on that day.
-- severity: error
-- flags: Episodes
-- columns: REC, DEC
-- needs: Episodes.REC, Episodes.DEC, Header.DOB
-- mend: Check the date of birth, the day the episode ended and the reason that it ended.
SELECT row FROM Episodes WHERE REC = 'E17' AND DEC < birthday(dob, 18)

/* cases
fires: the day before the eighteenth birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2008
    Episodes | CHILD | DEC        | REC
             | 1     | 01/05/2026 | E17
    flags    | 1
passes: on it and after it, other reasons, and what is not known
    Header   | CHILD | DOB
             | 1     | 02/05/2008
             | 2     | 02/05/2008
             | 3     | 02/05/2008
             | 4     | 02/05/2008
    Episodes | CHILD | DEC        | REC
             | 1     | 02/05/2026 | E17
             | 2     | 03/05/2026 | E17
             | 3     | 01/05/2026 | E8
             | 4     |            | E17
             | 5     | 01/05/2026 | E17
fires: born on 29 February, who turns 18 on 1 March in a common year
    Header   | CHILD | DOB
             | 1     | 29/02/2008
             | 2     | 29/02/2008
    Episodes | CHILD | DEC        | REC
             | 1     | 28/02/2026 | E17
             | 2     | 01/03/2026 | E17
    flags    | 1
*/

-- Someone who moved on to residential care paid for by adult services (REC E7) is at least 16 on that day.
-- severity: error
-- flags: Episodes
-- columns: REC, DEC
-- needs: Episodes.REC, Episodes.DEC, Header.DOB
-- mend: Check the date of birth, the day the episode ended and the reason that it ended.
SELECT row FROM Episodes WHERE REC = 'E7' AND DEC < birthday(dob, 16)

/* cases
fires: the day before the sixteenth birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2010
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/05/2026 | E7
    flags    | 1
passes: on the birthday, and where it is not known
    Header   | CHILD | DOB
             | 1     | 02/05/2010
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 02/05/2026 | E7
             | 2     | 01/04/2026 | 02/05/2026 | E7
*/

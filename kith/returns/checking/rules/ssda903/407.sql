-- A child who left to special guardianship (REC E45 to E48) was under 18 on that day.
-- severity: error
-- flags: Episodes
-- columns: REC, DEC
-- needs: Episodes.REC, Episodes.DEC, Header.DOB
-- mend: Check the date of birth, the day the episode ended and the reason that it ended.
SELECT row FROM Episodes WHERE REC IN ('E45', 'E46', 'E47', 'E48') AND DEC >= birthday(dob, 18)

/* cases
fires: on the eighteenth birthday and after it
    Header   | CHILD | DOB
             | 1     | 02/05/2008
             | 2     | 02/05/2008
    Episodes | CHILD | DEC        | REC
             | 1     | 02/05/2026 | E45
             | 2     | 03/05/2026 | E48
    flags    | 1 | 2
passes: the day before it, other reasons, and what is not known
    Header   | CHILD | DOB
             | 1     | 02/05/2008
             | 2     | 02/05/2008
             | 3     |
    Episodes | CHILD | DEC        | REC
             | 1     | 01/05/2026 | E46
             | 2     | 02/05/2026 | E8
             | 3     | 02/05/2026 | E45
             | 4     | 02/05/2026 | E47
fires: born on 29 February, who turns 18 on 1 March in a common year
    Header   | CHILD | DOB
             | 1     | 29/02/2008
             | 2     | 29/02/2008
    Episodes | CHILD | DEC        | REC
             | 1     | 28/02/2026 | E45
             | 2     | 01/03/2026 | E45
    flags    | 2
*/

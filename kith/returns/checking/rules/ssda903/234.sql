-- A placement changes because of custody (CUSTOD) only for a child of 10 or over on that day.
-- severity: error
-- flags: Episodes
-- columns: REASON_PLACE_CHANGE, DEC
-- needs: Episodes.REASON_PLACE_CHANGE, Episodes.DEC, Header.DOB
-- mend: Check the reason for the change, the day on which the episode ended and the date of birth.
SELECT row FROM Episodes WHERE REASON_PLACE_CHANGE = 'CUSTOD' AND DEC < birthday(dob, 10)

/* cases
fires: the day before the tenth birthday
    Header   | CHILD | DOB
             | 1     | 02/05/2016
    Episodes | CHILD | DEC        | REASON_PLACE_CHANGE
             | 1     | 01/05/2026 | CUSTOD
    flags    | 1
passes: on the birthday, another reason, or a day not known
    Header   | CHILD | DOB
             | 1     | 02/05/2016
    Episodes | CHILD | DEC        | REASON_PLACE_CHANGE
             | 1     | 02/05/2026 | CUSTOD
             | 1     | 01/05/2026 | OTHER
             | 1     |            | CUSTOD
             | 2     | 01/05/2026 | CUSTOD
fires: born on 29 February, who turns 10 on 1 March in a common year
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2016
             | 2     | 29/02/2016
    Episodes | CHILD | DEC        | REASON_PLACE_CHANGE
             | 1     | 28/02/2026 | CUSTOD
             | 2     | 01/03/2026 | CUSTOD
    flags    | 1
*/

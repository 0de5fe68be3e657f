-- A reason for a change of placement is given only where the episode has ended.
-- severity: error
-- flags: Episodes
-- columns: REASON_PLACE_CHANGE, DEC
-- needs: Episodes.REASON_PLACE_CHANGE, Episodes.DEC
-- mend: Clear the reason for the change, or give the day on which the episode ended.
SELECT row FROM Episodes WHERE REASON_PLACE_CHANGE IS NOT NULL AND DEC_text IS NULL

/* cases
fires: a reason in an open episode
    Episodes | CHILD | DEC | REASON_PLACE_CHANGE
             | 1     |     | OTHER
    flags    | 1
passes: ended, ended on a day that cannot be read, or no reason
    Episodes | CHILD | DEC        | REASON_PLACE_CHANGE
             | 1     | 01/05/2026 | OTHER
             | 2     | 31/02/2027 | OTHER
             | 3     |            |
*/

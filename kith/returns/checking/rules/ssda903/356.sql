-- An episode does not end before it begins.
-- severity: error
-- flags: Episodes
-- columns: DECOM, DEC
-- needs: Episodes.DECOM, Episodes.DEC
-- mend: Correct one of the two days.
SELECT row FROM Episodes WHERE DEC < DECOM

/* cases
fires: ends the day before
    Episodes | CHILD | DECOM      | DEC
             | 1     | 01/05/2026 | 30/04/2026
    flags    | 1
passes: the same day, the day after, or blanks
    Episodes | CHILD | DECOM      | DEC
             | 1     | 01/05/2026 | 01/05/2026
             | 2     | 01/05/2026 | 02/05/2026
             | 3     | 01/05/2026 |
             | 4     |            | 01/05/2026
*/

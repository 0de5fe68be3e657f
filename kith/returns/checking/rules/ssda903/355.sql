-- An episode does not begin and end on the same day.
-- severity: error
-- flags: Episodes
-- columns: DECOM, DEC
-- needs: Episodes.DECOM, Episodes.DEC
-- mend: Correct one of the two days, or leave the episode out.
SELECT row FROM Episodes WHERE DECOM = DEC

/* cases
fires: the same day
    Episodes | CHILD | DECOM      | DEC
             | 1     | 01/05/2026 | 01/05/2026
    flags    | 1
passes: the day after, the day before, or blanks
    Episodes | CHILD | DECOM      | DEC
             | 1     | 01/05/2026 | 02/05/2026
             | 2     | 01/05/2026 | 30/04/2026
             | 3     | 01/05/2026 |
             | 4     |            |
*/

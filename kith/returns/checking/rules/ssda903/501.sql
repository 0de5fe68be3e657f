-- An episode does not begin before the one before it has ended.
-- severity: error
-- flags: Episodes
-- columns: DECOM
-- needs: Episodes.DECOM, Episodes.DEC
-- mend: Correct the day this episode began or the day the one before ended.
SELECT row FROM Episodes WHERE DECOM < prev_DEC

/* cases
fires: the day before
    Episodes | CHILD | DECOM      | DEC
             | 1     | 01/04/2026 | 01/06/2026
             | 1     | 31/05/2026 |
    flags    | 2
passes: the same day, after it, one before still open, another child
    Episodes | CHILD | DECOM      | DEC
             | 1     | 01/04/2026 | 01/06/2026
             | 1     | 01/06/2026 | 01/07/2026
             | 1     | 02/07/2026 |
             | 1     | 03/07/2026 |
             | 2     | 01/05/2026 |
*/

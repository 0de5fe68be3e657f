-- Every episode but a child's latest has both the day and the reason that it ended.
-- severity: error
-- flags: Episodes
-- columns: DECOM, DEC, REC
-- needs: Episodes.DECOM, Episodes.DEC, Episodes.REC
-- mend: Give the day and the reason that the episode ended.
SELECT row FROM Episodes WHERE next_DECOM IS NOT NULL AND (DEC_text IS NULL OR REC IS NULL)

/* cases
fires: an earlier episode lacks either, or both
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/06/2026 |            |
             | 1     | 01/05/2026 |            | X1
             | 1     | 01/04/2026 | 01/05/2026 |
             | 2     | 01/04/2026 |            |
             | 2     | 01/05/2026 | 01/06/2026 | E5
    flags    | 2 | 3 | 4
passes: the latest is open, another child's, or a day that cannot be read
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/05/2026 | X1
             | 1     | 01/05/2026 |            |
             | 2     | 01/04/2026 |            |
             | 3     | 01/04/2026 | May        | X1
             | 3     | 01/05/2026 |            |
passes: when the other episode began cannot be read
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/05/2026 |            |
             | 1     | April      | 01/05/2026 | X1
*/

-- Nothing follows an episode that ended with the child's death (E2) or being found to be 18 or over (E15).
-- severity: error
-- flags: Episodes
-- columns: REC, DEC
-- needs: Episodes.REC, Episodes.DECOM
-- mend: Correct why this episode ended, or take out those that follow.
SELECT row FROM Episodes WHERE REC IN ('E2', 'E15') AND next_row IS NOT NULL

/* cases
fires: an episode after it
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/06/2026 |            |
             | 1     | 01/04/2026 | 01/05/2026 | E2
             | 2     | 01/04/2026 | 01/05/2026 | E15
             | 2     | 01/05/2026 |            |
    flags    | 2 | 3
passes: the last, or another reason
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/05/2026 | X1
             | 1     | 01/05/2026 | 01/06/2026 | E2
             | 2     | 01/04/2026 | 01/05/2026 | E4A
             | 2     | 01/06/2026 | 01/07/2026 | E15
*/

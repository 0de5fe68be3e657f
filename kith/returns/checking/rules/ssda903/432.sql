-- After a child has left care (REC other than X1) the next episode is a new start (RNE S).
-- severity: error
-- flags: Episodes
-- columns: RNE, DECOM
-- needs: Episodes.RNE, Episodes.REC, Episodes.DECOM
-- mend: Correct why this episode began, or why the one before it ended.
SELECT row FROM Episodes WHERE RNE <> 'S' AND prev_REC <> 'X1'

/* cases
fires: goes on after the child left
    Episodes | CHILD | DECOM      | RNE | REC
             | 1     | 01/04/2026 | S   | E4A
             | 1     | 01/06/2026 | P   |
    flags    | 2
passes: a new start, an episode that goes on, and blanks
    Episodes | CHILD | DECOM      | RNE | REC
             | 1     | 01/04/2026 | S   | E4A
             | 1     | 01/06/2026 | S   | X1
             | 1     | 01/07/2026 | L   | E8
             | 1     | 01/08/2026 |     |
             | 2     | 01/07/2026 | L   |
             | 2     | 01/08/2026 | P   |
*/

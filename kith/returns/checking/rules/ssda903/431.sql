-- A new spell of care (RNE S) does not begin on the day the episode before it ended.
-- severity: error
-- flags: Episodes
-- columns: RNE, DECOM
-- needs: Episodes.RNE, Episodes.DECOM, Episodes.DEC
-- mend: Say why the new episode began, or correct the day that it began or the one before ended.
SELECT row FROM Episodes WHERE RNE = 'S' AND DECOM = prev_DEC

/* cases
fires: the same day
    Episodes | CHILD | DECOM      | RNE | DEC
             | 1     | 01/04/2026 | S   | 01/06/2026
             | 1     | 01/06/2026 | S   |
    flags    | 2
passes: a day later, another reason, a first episode, one before still open, another child
    Episodes | CHILD | DECOM      | RNE | DEC
             | 1     | 01/04/2026 | S   | 01/06/2026
             | 1     | 02/06/2026 | S   |
             | 2     | 01/04/2026 | S   | 01/06/2026
             | 2     | 01/06/2026 | P   |
             | 3     | 01/06/2026 | S   |
             | 3     | 02/06/2026 | S   |
*/

-- An episode that goes on from another (RNE P, L, T, U or B) begins on the day that one ended.
-- severity: error
-- flags: Episodes
-- columns: RNE, DECOM
-- needs: Episodes.RNE, Episodes.DECOM, Episodes.DEC
-- mend: Correct the day it began or the day the one before ended, or say why it began.
SELECT row FROM Episodes WHERE RNE IN ('P', 'L', 'T', 'U', 'B') AND DECOM <> prev_DEC

/* cases
fires: a day later, and a day earlier
    Episodes | CHILD | DECOM      | RNE | DEC
             | 1     | 01/04/2026 | S   | 01/06/2026
             | 1     | 02/06/2026 | P   | 01/08/2026
             | 1     | 31/07/2026 | B   |
    flags    | 2 | 3
passes: the same day, a new start, nothing before, the one before still open
    Episodes | CHILD | DECOM      | RNE | DEC
             | 1     | 01/04/2026 | S   | 01/06/2026
             | 1     | 01/06/2026 | L   | 01/08/2026
             | 1     | 09/08/2026 | S   |
             | 1     | 10/09/2026 | U   |
             | 2     | 01/04/2026 | T   |
*/

-- A short break (LS V3, V4) is not a long-term foster placement (U1, U4).
-- severity: error
-- flags: Episodes
-- columns: LS, PLACE
-- needs: Episodes.LS, Episodes.PLACE
-- mend: Correct the placement or the legal status.
SELECT row FROM Episodes WHERE short_break AND PLACE IN ('U1', 'U4')

/* cases
fires: both
    Episodes | CHILD | LS | PLACE
             | 1     | V3 | U1
             | 2     | V4 | U4
    flags    | 1 | 2
passes: one of them, or blank
    Episodes | CHILD | LS | PLACE
             | 1     | V3 | U6
             | 2     | C2 | U4
             | 3     |    | U4
             | 4     | V4 |
*/

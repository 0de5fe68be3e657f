-- A short break (LS V3, V4) is not a temporary placement (T0 to T4).
-- severity: error
-- flags: Episodes
-- columns: LS, PLACE
-- needs: Episodes.LS, Episodes.PLACE
-- mend: Correct the placement or the legal status.
SELECT row FROM Episodes WHERE short_break AND PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4')

/* cases
fires: both
    Episodes | CHILD | LS | PLACE
             | 1     | V3 | T0
             | 2     | V4 | T4
    flags    | 1 | 2
passes: one of them, or blank
    Episodes | CHILD | LS | PLACE
             | 1     | V3 | U4
             | 2     | V2 | T4
             | 3     |    | T4
             | 4     | V4 |
*/

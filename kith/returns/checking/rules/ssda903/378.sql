-- A child who is accommodated in a single period (LS V2) is not placed with parents (P1).
-- severity: error
-- flags: Episodes
-- columns: PLACE, LS
-- needs: Episodes.PLACE, Episodes.LS
-- mend: Correct the placement or the legal status.
SELECT row FROM Episodes WHERE PLACE = 'P1' AND LS = 'V2'

/* cases
fires: both
    Episodes | CHILD | LS | PLACE
             | 1     | V2 | P1
    flags    | 1
passes: one of them, or blank
    Episodes | CHILD | LS | PLACE
             | 1     | C2 | P1
             | 2     | V2 | U4
             | 3     |    | P1
             | 4     | V2 |
*/

-- A placement is between 0.0 and 999.9 miles from home; not asked of unaccompanied asylum seekers, nor in short
-- breaks.
-- severity: error
-- flags: Episodes
-- columns: PL_DISTANCE, HOME_POST, PL_POST, LS
-- needs: Episodes.PL_DISTANCE, Episodes.LS
-- mend: Check the postcodes of the home and of the placement.
SELECT row FROM Episodes
WHERE PL_DISTANCE NOT BETWEEN 0 AND 999.9 AND NOT uasc AND NOT coalesce(short_break, false)

/* cases
fires: below nothing, or too far
    Episodes | CHILD | LS | PL_DISTANCE
             | 1     | C2 | -0.1
             | 2     | C2 | 1000
             | 3     |    | 1000
    flags    | 1 | 2 | 3
passes: the least and the most, not known, a short break
    Episodes | CHILD | LS | PL_DISTANCE
             | 1     | C2 | 0.0
             | 2     | C2 | 999.9
             | 3     | C2 |
             | 4     | V3 | 1000
passes: unaccompanied asylum seekers, this year or last
    Episodes  | CHILD | LS | PL_DISTANCE
              | 1     | C2 | 1000
              | 2     | C2 | 1000
    UASC      | CHILD
              | 1
    UASC_last | CHILD
              | 2
*/

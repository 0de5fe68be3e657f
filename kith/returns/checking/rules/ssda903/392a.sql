-- How far the placement is from home (PL_DISTANCE) can be told, save for short breaks and unaccompanied asylum
-- seekers, now or last year.
-- severity: error
-- flags: Episodes
-- columns: HOME_POST, PL_POST
-- needs: Episodes.PL_DISTANCE, Episodes.LS
-- mend: Give the home postcode and the placement's postcode, or correct them.
SELECT row FROM Episodes
WHERE PL_DISTANCE IS NULL AND NOT coalesce(short_break, false) AND NOT uasc
    -- Without a slack there may be a distance that cannot be told here.
    AND pl_distance_slack IS NOT NULL

/* cases
fires: none where the column is given
    Episodes  | CHILD | LS | PL_DISTANCE
              | 1     | C2 |
              | 5     |    |
    flags     | 1 | 2
fires: worked out, where a postcode is lacking
    Episodes  | CHILD | LS | HOME_POST | PL_POST | PL_DISTANCE
              | 1     | C2 |           | CV1 2AB |
    flags     | 1
passes: a distance, short breaks, or asylum seekers
    Episodes  | CHILD | LS | PL_DISTANCE
              | 1     | C2 | 0.0
              | 2     | V3 |
              | 3     | V2 |
              | 4     | V2 |
              | 6     | C2 | 12.5
    UASC      | CHILD
              | 3
    UASC_last | CHILD
              | 4
*/

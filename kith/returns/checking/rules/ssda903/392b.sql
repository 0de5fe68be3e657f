-- An episode has the postcodes of the home and of the placement, unless it is a short break or the child is or
-- was UASC.
-- severity: error
-- flags: Episodes
-- columns: HOME_POST, PL_POST, LS
-- needs: Episodes.HOME_POST, Episodes.PL_POST, Episodes.LS
-- mend: Give the postcode that is lacking.
SELECT row FROM Episodes
WHERE (HOME_POST IS NULL OR PL_POST IS NULL) AND NOT coalesce(short_break, false) AND NOT uasc

/* cases
fires: either or both lacking
    Episodes | CHILD | LS | HOME_POST | PL_POST
             | 1     | C2 |           | AB1 2CD
             | 2     | C2 | AB1 2CD   |
             | 3     | V2 |           |
    flags    | 1 | 2 | 3
passes: both given, short breaks, and UASC this year or last
    Episodes  | CHILD | LS | HOME_POST | PL_POST
              | 1     | C2 | AB1 2CD   | AB1 2CE
              | 2     | V3 |           |
              | 3     | V4 |           | AB1 2CD
              | 4     | C2 |           |
              | 5     | V2 |           | AB1 2CD
    UASC      | CHILD
              | 4
    UASC_last | CHILD
              | 5
*/

-- A short break (LS V3 or V4) has no postcodes.
-- severity: error
-- flags: Episodes
-- columns: LS, HOME_POST, PL_POST
-- needs: Episodes.HOME_POST | Episodes.PL_POST
-- needs: Episodes.LS
-- mend: Leave both postcodes blank, or correct the legal status.
SELECT row FROM Episodes WHERE short_break AND (HOME_POST IS NOT NULL OR PL_POST IS NOT NULL)

/* cases
fires: either postcode
    Episodes | CHILD | LS | HOME_POST | PL_POST
             | 1     | V3 | AB1 2CD   |
             | 2     | V4 |           | AB1 2CD
    flags    | 1 | 2
passes: blank, or not a short break
    Episodes | CHILD | LS | HOME_POST | PL_POST
             | 1     | V3 |           |
             | 2     | C2 | AB1 2CD   | AB1 2CE
             | 3     |    | AB1 2CD   | AB1 2CE
*/

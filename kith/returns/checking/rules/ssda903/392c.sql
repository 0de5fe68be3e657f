-- A postcode of the home or the placement that is given has the shape of one.
-- severity: error
-- flags: Episodes
-- columns: HOME_POST, PL_POST
-- needs: Episodes.HOME_POST, Episodes.PL_POST
-- mend: Correct the postcode.
SELECT row FROM Episodes WHERE NOT is_postcode(HOME_POST) OR NOT is_postcode(PL_POST)

/* cases
fires: not a postcode
    Episodes | CHILD | HOME_POST | PL_POST
             | 1     | AB1 2C    | AB1 2CD
             | 2     | AB1 2CD   | 1AB 2CD
             | 3     | Unknown   |
    flags    | 1 | 2 | 3
passes: each shape, with and without a space, in small letters, and blank
    Episodes | CHILD | HOME_POST | PL_POST
             | 1     | A1 2BC    | AB1 2CD
             | 2     | A12 3BC   | AB12 3CD
             | 3     | A1B 2CD   | AB1C 2DE
             | 4     | ab12cd    |
             | 5     |           |
*/

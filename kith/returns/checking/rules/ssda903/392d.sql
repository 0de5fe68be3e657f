-- The home and the placement have the same postcode only where the child is placed with parents (P1).
-- severity: error
-- flags: Episodes
-- columns: HOME_POST, PL_POST, PLACE
-- needs: Episodes.HOME_POST, Episodes.PL_POST, Episodes.PLACE
-- mend: Check both postcodes, and whether the child was placed with parents.
SELECT row FROM Episodes WHERE HOME_POST = PL_POST AND PLACE <> 'P1'

/* cases
fires: the same, however it is spaced
    Episodes | CHILD | PLACE | HOME_POST | PL_POST
             | 1     | U4    | AB1 2CD   | AB1 2CD
             | 2     | K2    | AB1 2CD   | ab12cd
    flags    | 1 | 2
passes: with parents, different, or not known
    Episodes | CHILD | PLACE | HOME_POST | PL_POST
             | 1     | P1    | AB1 2CD   | AB1 2CD
             | 2     | U4    | AB1 2CD   | AB1 2CE
             | 3     | U4    |           |
             | 4     | U4    | AB1 2CD   |
             | 5     |       | AB1 2CD   | AB1 2CD
*/

-- No distance is given for the placement of a child who is or was UASC.
-- severity: error
-- flags: Episodes
-- columns: PL_DISTANCE, HOME_POST, PL_POST
-- needs: UASC | UASC_last | Header.UASC
-- needs: Episodes.PL_DISTANCE
-- mend: Leave the home postcode and the distance blank, or correct the child's UASC row.
SELECT row FROM Episodes WHERE uasc AND PL_DISTANCE IS NOT NULL

/* cases
fires: UASC this year, or last
    Episodes  | CHILD | PL_DISTANCE
              | 1     | 12.5
              | 2     | 0
    UASC      | CHILD
              | 1
    UASC_last | CHILD
              | 2
    flags     | 1 | 2
passes: no distance, or never UASC
    Episodes | CHILD | PL_DISTANCE
             | 1     |
             | 2     | 12.5
    UASC     | CHILD
             | 1
*/

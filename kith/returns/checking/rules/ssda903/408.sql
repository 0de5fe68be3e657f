-- A child placed for adoption under a placement order (A5 or A6) has that order as legal status (E1).
-- severity: error
-- flags: Episodes
-- columns: PLACE, LS
-- needs: Episodes.PLACE, Episodes.LS
-- mend: Check the legal status and the placement.
SELECT row FROM Episodes WHERE PLACE IN ('A5', 'A6') AND LS <> 'E1'

/* cases
fires: another legal status
    Episodes | CHILD | PLACE | LS
             | 1     | A5    | C2
             | 2     | A6    | V2
    flags    | 1 | 2
passes: the order, other placements, and blanks
    Episodes | CHILD | PLACE | LS
             | 1     | A5    | E1
             | 2     | A6    | E1
             | 3     | A3    | V2
             | 4     | A5    |
             | 5     |       | C2
*/

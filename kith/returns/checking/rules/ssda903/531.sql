-- A voluntary provider (PR5) does not provide a placement with parents (P1).
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, PLACE
-- needs: Episodes.PLACE_PROVIDER, Episodes.PLACE
-- mend: Check the placement and who provides it.
SELECT row FROM Episodes WHERE PLACE_PROVIDER = 'PR5' AND PLACE = 'P1'

/* cases
fires: such a placement
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | P1    | PR5
    flags    | 1
passes: other placements, other providers, and blanks
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | U4    | PR5
             | 2     | K2    | PR5
             | 3     | P1    | PR0
             | 4     |       | PR5
             | 5     | P1    |
*/

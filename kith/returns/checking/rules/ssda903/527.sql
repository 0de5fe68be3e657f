-- The council itself (PR1) does not provide placements with parents (P1), in hospital or nursing (R2) or in
-- prison (R5).
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, PLACE
-- needs: Episodes.PLACE_PROVIDER, Episodes.PLACE
-- mend: Check the placement and who provides it.
SELECT row FROM Episodes WHERE PLACE_PROVIDER = 'PR1' AND PLACE IN ('P1', 'R2', 'R5')

/* cases
fires: such a placement
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | P1    | PR1
             | 2     | R2    | PR1
             | 3     | R5    | PR1
    flags    | 1 | 2 | 3
passes: other placements, other providers, and blanks
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | U4    | PR1
             | 2     | R1    | PR1
             | 3     | K2    | PR1
             | 4     | P1    | PR0
             | 5     |       | PR1
             | 6     | P1    |
*/

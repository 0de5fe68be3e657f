-- Another council (PR2) does not provide placements with parents (P1), in hospital or nursing (R2) or in prison
-- (R5).
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, PLACE
-- needs: Episodes.PLACE_PROVIDER, Episodes.PLACE
-- mend: Check the placement and who provides it.
SELECT row FROM Episodes WHERE PLACE_PROVIDER = 'PR2' AND PLACE IN ('P1', 'R2', 'R5')

/* cases
fires: such a placement
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | P1    | PR2
             | 2     | R2    | PR2
             | 3     | R5    | PR2
    flags    | 1 | 2 | 3
passes: other placements, other providers, and blanks
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | U4    | PR2
             | 2     | R1    | PR2
             | 3     | K2    | PR2
             | 4     | P1    | PR0
             | 5     |       | PR2
             | 6     | P1    |
*/

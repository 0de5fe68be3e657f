-- A parent is the provider (PR0) only of a placement with parents (P1).
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, PLACE
-- needs: Episodes.PLACE_PROVIDER, Episodes.PLACE
-- mend: Check the placement and who provides it.
SELECT row FROM Episodes WHERE PLACE_PROVIDER = 'PR0' AND PLACE <> 'P1'

/* cases
fires: another placement
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | U4    | PR0
    flags    | 1
passes: with parents, another provider, and blanks
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | P1    | PR0
             | 2     | U4    | PR1
             | 3     |       | PR0
             | 4     | U4    |
*/

-- Temporary placements (T0 to T4) and placements of another kind (Z11 to Z14, before them Z1) have no provider.
-- severity: error
-- flags: Episodes
-- columns: PLACE, PLACE_PROVIDER
-- needs: Episodes.PLACE, Episodes.PLACE_PROVIDER
-- mend: Clear the placement's provider, or correct the placement.
SELECT row FROM Episodes
WHERE PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14') AND PLACE_PROVIDER IS NOT NULL

/* cases
fires: a provider of such a placement
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | T0    | PR1
             | 2     | T4    | PR4
             | 3     | Z12   | PR0
    flags    | 1 | 2 | 3
passes: none there, or another placement
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | T0    |
             | 2     | Z14   |
             | 3     | U1    | PR1
             | 4     |       | PR1
*/

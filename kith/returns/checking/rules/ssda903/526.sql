-- Every placement has a provider, but for temporary ones (T0 to T4) and other placements (Z codes).
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, PLACE
-- needs: Episodes.PLACE_PROVIDER, Episodes.PLACE
-- mend: Say who provides the placement: PR0 to PR5.
SELECT row FROM Episodes
WHERE PLACE_PROVIDER IS NULL
  AND PLACE NOT IN ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14')

/* cases
fires: no provider
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | U4    |
             | 2     | P1    |
    flags    | 1 | 2
passes: a provider, placements that have none, and a placement not known
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | U4    | PR1
             | 2     | T0    |
             | 3     | T4    |
             | 4     | Z11   |
             | 5     | Z14   |
             | 6     |       |
passes: as Z1 was before it was split
    year     | 2025-26
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | Z1    |
*/

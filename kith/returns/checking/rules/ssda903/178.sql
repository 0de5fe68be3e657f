-- Who provides a placement is one of PR0 to PR5, where it is given, and is not given for temporary (T0 to T3) nor
-- other placements (Z11 to Z14).
-- severity: error
-- flags: Episodes
-- columns: PLACE, PLACE_PROVIDER
-- needs: Episodes.PLACE, Episodes.PLACE_PROVIDER
-- mend: Choose the provider from PR0 to PR5, or leave it blank for these placements.
SELECT row FROM Episodes WHERE NOT valid_place_provider(PLACE_PROVIDER)
OR (PLACE_PROVIDER IS NOT NULL AND PLACE IN ('T0', 'T1', 'T2', 'T3', 'Z11', 'Z12', 'Z13', 'Z14'))

/* cases
fires: no such code, or given where it ought to be blank
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | U1    | PR6
             | 2     |       | PR
             | 3     | T0    | PR1
             | 4     | T3    | PR4
             | 5     | Z11   | PR4
             | 6     | Z14   | PR4
    flags    | 1 | 2 | 3 | 4 | 5 | 6
passes: codes, and blank
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | U1    | PR0
             | 2     | K2    | PR5
             | 3     | T0    |
             | 4     | Z12   |
             | 5     | U1    |
             | 6     | T4    | PR1
             | 7     |       | PR1
*/

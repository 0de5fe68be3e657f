-- Other public bodies (PR3) do not provide placements with parents, for adoption, in children's homes or in
-- foster care.
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, PLACE
-- needs: Episodes.PLACE_PROVIDER, Episodes.PLACE
-- mend: Check the placement and who provides it.
SELECT row FROM Episodes
WHERE PLACE_PROVIDER = 'PR3'
  AND PLACE IN ('P1', 'A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')

/* cases
fires: such a placement
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | P1    | PR3
             | 2     | A3    | PR3
             | 3     | A6    | PR3
             | 4     | K1    | PR3
             | 5     | K2    | PR3
             | 6     | U1    | PR3
             | 7     | U6    | PR3
    flags    | 1 | 2 | 3 | 4 | 5 | 6 | 7
passes: other placements, other providers, and blanks
    Episodes | CHILD | PLACE | PLACE_PROVIDER
             | 1     | R2    | PR3
             | 2     | R5    | PR3
             | 3     | S1    | PR3
             | 4     | P1    | PR0
             | 5     |       | PR3
             | 6     | P1    |
*/

-- Supported accommodation (K3) with an Ofsted number stands in an authority where its provider has premises.
-- severity: error
-- flags: Episodes
-- columns: URN, PL_POST, PLACE
-- needs: Episodes.URN, Episodes.PLACE, Episodes.PL_LA, providers.URN, providers.LA_CODE
-- mend: Check the placement's postcode and the provider's Ofsted number.
SELECT row FROM Episodes
WHERE PLACE = 'K3' AND URN <> 'XXXXXXX' AND pl_la_sure AND EXISTS (
    SELECT 1 FROM providers AS p WHERE p.URN = Episodes.URN AND NOT list_contains(p.LA_CODES, Episodes.PL_LA))

/* cases
fires: none of the provider's premises is there
    Episodes  | CHILD | PLACE | URN     | PL_LA
              | 1     | K3    | 1234567 | E08000025
    providers | URN     | LA_CODE
              | 1234567 | E09000001
              | 1234567 | E08000026
    flags     | 1
passes: one of them is, not known, or another placement
    Episodes  | CHILD | PLACE | URN     | PL_LA
              | 1     | K3    | 1234567 | E08000026
              | 2     | K3    | 2222222 | E08000025
              | 3     | K3    | 3333333 | E08000025
              | 4     | K3    | XXXXXXX | E08000025
              | 5     | K3    | 1234567 |
              | 6     | K2    | 1234567 | E08000025
              | 7     | K3    |         | E08000025
    providers | URN     | LA_CODE
              | 1234567 | E09000001
              | 1234567 | E08000026
              | 2222222 |
*/

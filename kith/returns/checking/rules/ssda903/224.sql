-- The kind of provider (PLACE_PROVIDER) is one that Ofsted's list gives for the provider's number.
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, URN
-- needs: Episodes.URN, Episodes.PLACE_PROVIDER, providers.URN, providers.PROVIDER_CODES
-- mend: Check the kind of provider and the provider's Ofsted number.
SELECT row FROM Episodes WHERE EXISTS (
    SELECT 1 FROM providers AS p
    WHERE p.URN = Episodes.URN AND NOT list_contains(p.PROVIDER_CODES, Episodes.PLACE_PROVIDER))

/* cases
fires: a kind that is not on the list
    Episodes  | CHILD | PLACE_PROVIDER | URN
              | 1     | PR5            | 1234567
    providers | URN     | PROVIDER_CODES
              | 1234567 | PR1,PR2
    flags     | 1
passes: one that is, not known, no such provider, or blanks
    Episodes  | CHILD | PLACE_PROVIDER | URN
              | 1     | PR2            | 1234567
              | 2     | PR5            | 2222222
              | 3     | PR5            | 3333333
              | 4     | PR5            | XXXXXXX
              | 5     |                | 1234567
              | 6     | PR5            |
    providers | URN     | PROVIDER_CODES
              | 1234567 | PR1,PR2
              | 2222222 |
*/

-- The placement is of a kind that Ofsted's list gives for the provider.
-- severity: error
-- flags: Episodes
-- columns: PLACE, URN
-- needs: Episodes.URN, Episodes.PLACE, providers.URN, providers.PLACE_CODES
-- mend: Check the kind of placement and the provider's Ofsted number.
SELECT row FROM Episodes WHERE EXISTS (
    SELECT 1 FROM providers AS p WHERE p.URN = Episodes.URN AND NOT list_contains(p.PLACE_CODES, Episodes.PLACE))

/* cases
fires: a kind that is not on the list
    Episodes  | CHILD | PLACE | URN
              | 1     | K2    | 1234567
              | 2     | K1    | 7654321
    providers | URN     | PLACE_CODES
              | 1234567 | K1
              | 7654321 | U1,U2
              | 7654321 | K2
    flags     | 1 | 2
passes: one that is, not known, or no such provider
    Episodes  | CHILD | PLACE | URN
              | 1     | K2    | 1234567
              | 2     | U2    | 1234567
              | 3     | K2    | 2222222
              | 4     | K2    | 3333333
              | 5     | K2    | XXXXXXX
              | 6     |       | 1234567
              | 7     | K2    |
              | 8     | U2    | 4444444
    providers | URN     | PLACE_CODES
              | 1234567 | K2; U2
              | 2222222 |
              | 4444444 | U1
              | 4444444 | U2
*/

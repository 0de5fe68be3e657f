-- A placement in a home, supported accommodation, a family centre or a residential school (K1 to K3, R3, S1) has
-- the postcode that Ofsted's list gives for the provider.
-- severity: error
-- flags: Episodes
-- columns: PL_POST, URN, PLACE
-- needs: Episodes.URN, Episodes.PLACE, Episodes.PL_POST, Episodes.LS, providers.URN, providers.POSTCODE
-- mend: Check the placement's postcode and the provider's Ofsted number.
SELECT row FROM Episodes
WHERE PLACE IN ('K1', 'K2', 'K3', 'R3', 'S1') AND NOT coalesce(short_break, false) AND EXISTS (
    SELECT 1 FROM providers AS p WHERE p.URN = Episodes.URN AND NOT list_contains(p.POSTCODES, Episodes.PL_POST))

/* cases
fires: another postcode
    Episodes  | CHILD | LS | PLACE | URN     | PL_POST
              | 1     | C2 | K2    | 1234567 | AB1 2CE
              | 2     | C2 | S1    | 7654321 | AB1 2CE
    providers | URN     | POSTCODE
              | 1234567 | AB1 2CD
              | 7654321 | AB1 2CD
              | 7654321 | AB1 2CF
    flags     | 1 | 2
passes: the same however written, not known, no such provider, another placement, or a short break
    Episodes  | CHILD | LS | PLACE | URN     | PL_POST
              | 1     | C2 | K2    | 1234567 | ab12cd
              | 2     | C2 | K2    | 2222222 | AB1 2CE
              | 3     | C2 | K2    | 3333333 | AB1 2CE
              | 4     | C2 | U1    | 1234567 | AB1 2CE
              | 5     | V3 | K2    | 1234567 | AB1 2CE
              | 6     | C2 | K2    | 1234567 |
              | 7     | C2 | K2    |         | AB1 2CE
              | 8     | C2 | K3    | 1234567 | AB1 2CG
    providers | URN     | POSTCODE
              | 1234567 | AB1 2CD
              | 1234567 | AB12CG
              | 2222222 |
*/

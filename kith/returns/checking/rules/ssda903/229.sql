-- A placement provided by the child's own authority (PR1) has a provider in that authority, by Ofsted's list, and
-- one provided by another authority (PR2) has not.
-- severity: error
-- flags: Episodes
-- columns: URN, PLACE_PROVIDER
-- needs: Episodes.URN, Episodes.PLACE_PROVIDER, Episodes.PLACE, providers.URN, providers.LA_CODE, authority
-- mend: Check the kind of provider and the provider's Ofsted number.
SELECT row FROM Episodes
WHERE PLACE_PROVIDER IN ('PR1', 'PR2') AND URN <> 'XXXXXXX'
    AND PLACE NOT IN ('K3', 'P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4',
        'Z1', 'Z11', 'Z12', 'Z13', 'Z14')
    AND EXISTS (
        SELECT 1 FROM providers AS p WHERE p.URN = Episodes.URN
            AND is_own(p.LA_CODE) <> (Episodes.PLACE_PROVIDER = 'PR1'))

/* cases
fires: elsewhere though own, and own though elsewhere
    authority | E09000027
    Episodes  | CHILD | PLACE | PLACE_PROVIDER | URN
              | 1     | U1    | PR1            | 1234567
              | 2     | K2    | PR2            | 7654321
    providers | URN     | LA_CODE
              | 1234567 | E09000001
              | 7654321 | E09000027
    flags     | 1 | 2
passes: as said, not known, another kind of provider or placement
    authority | E09000027
    Episodes  | CHILD | PLACE | PLACE_PROVIDER | URN
              | 1     | U1    | PR2            | 1234567
              | 2     | K2    | PR1            | 7654321
              | 3     | U1    | PR1            | 2222222
              | 4     | U1    | PR1            | XXXXXXX
              | 5     | U1    | PR4            | 1234567
              | 6     | K3    | PR1            | 1234567
              | 7     |       | PR1            | 1234567
              | 8     | U1    | PR1            | 3333333
              | 9     | U1    | PR1            |
    providers | URN     | LA_CODE
              | 1234567 | E09000001
              | 7654321 | E09000027
              | 2222222 |
*/

-- A placement begins before the provider's registration with Ofsted ends.
-- severity: error
-- flags: Episodes
-- columns: DECOM, URN
-- needs: Episodes.URN, Episodes.DECOM, providers.URN, providers.REG_END
-- mend: Check the provider's Ofsted number and the day on which the episode began.
SELECT row FROM Episodes WHERE EXISTS (
    SELECT 1 FROM providers AS p WHERE p.URN = Episodes.URN AND p.REG_END <= Episodes.DECOM)

/* cases
fires: begins on the last day, or after it
    Episodes  | CHILD | DECOM      | URN
              | 1     | 01/06/2026 | 1234567
              | 2     | 02/06/2026 | 7654321
    providers | URN     | REG_END
              | 1234567 | 01/06/2026
              | 7654321 | 2026-06-01
    flags     | 1 | 2
passes: before it, registered still, registered again, no such provider, or blanks
    Episodes  | CHILD | DECOM      | URN
              | 1     | 31/05/2026 | 1234567
              | 2     | 02/06/2026 | 2222222
              | 3     | 02/06/2026 | 3333333
              | 4     | 02/06/2026 | XXXXXXX
              | 5     |            | 1234567
              | 6     | 02/06/2026 |
              | 7     | 02/06/2026 | 4444444
    providers | URN     | REG_END
              | 1234567 | 01/06/2026
              | 2222222 |
              | 4444444 | 01/06/2020
              | 4444444 | 01/06/2027
*/

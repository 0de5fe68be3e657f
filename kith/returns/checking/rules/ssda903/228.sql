-- A placement ends, or lasts to the end of the year, no later than the provider's registration with Ofsted.
-- severity: error
-- flags: Episodes
-- columns: DEC, URN
-- needs: Episodes.URN, Episodes.DEC, providers.URN, providers.REG_END
-- mend: Check the provider's Ofsted number and the day on which the episode ended.
SELECT row FROM Episodes
WHERE (DEC IS NOT NULL OR DEC_text IS NULL) AND EXISTS (
    SELECT 1 FROM providers AS p WHERE p.URN = Episodes.URN AND p.REG_END < Episodes.till)

/* cases
fires: ends the day after it, or goes on at the end of the year
    Episodes  | CHILD | DEC        | URN
              | 1     | 02/06/2026 | 1234567
              | 2     |            | 7654321
    providers | URN     | REG_END
              | 1234567 | 01/06/2026
              | 7654321 | 30/03/2027
    flags     | 1 | 2
passes: ends on that day, registered still, no such provider, or a day that cannot be read
    Episodes  | CHILD | DEC        | URN
              | 1     | 01/06/2026 | 1234567
              | 2     |            | 2222222
              | 3     | 02/06/2026 | 3333333
              | 4     | never      | 1234567
              | 5     | 02/06/2026 |
              | 6     |            | 4444444
    providers | URN     | REG_END
              | 1234567 | 01/06/2026
              | 2222222 | 31/03/2027
              | 4444444 |
*/

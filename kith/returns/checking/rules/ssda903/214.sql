-- Short breaks (LS V3 and V4) have neither a placement postcode nor a provider's Ofsted number.
-- severity: error
-- flags: Episodes
-- columns: LS, PL_POST, URN
-- needs: Episodes.LS, Episodes.PL_POST, Episodes.URN
-- mend: Clear the postcode and the Ofsted number, or correct the legal status.
SELECT row FROM Episodes WHERE short_break AND (PL_POST IS NOT NULL OR URN IS NOT NULL)

/* cases
fires: either of them
    Episodes | CHILD | LS | PL_POST | URN
             | 1     | V3 | AB1 2CD |
             | 2     | V4 |         | 1234567
             | 3     | V4 | AB1 2CD | XXXXXXX
    flags    | 1 | 2 | 3
passes: neither, or no short break
    Episodes | CHILD | LS | PL_POST | URN
             | 1     | V3 |         |
             | 2     | V2 | AB1 2CD | 1234567
             | 3     |    | AB1 2CD | 1234567
*/

-- A placement outside England, or in a place that is kept secret (CON), has no Ofsted number.
-- severity: error
-- flags: Episodes
-- columns: URN, PL_POST
-- needs: Episodes.URN, Episodes.PL_LA
-- mend: Clear the Ofsted number, or correct the placement's postcode.
SELECT row FROM Episodes
WHERE URN IS NOT NULL
    -- Elsewhere in the kingdom, as the return's word or as an ONS code (N09000003).
    AND regexp_full_match(PL_LA, 'CON|NIR|SCO|WAL|NUK|[NSW][0-9]{8}')

/* cases
fires: a number there
    Episodes | CHILD | URN     | PL_LA
             | 1     | 1234567 | SCO
             | 2     | 1234567 | CON
             | 3     | XXXXXXX | W06000015
    flags    | 1 | 2 | 3
passes: none, in England, or not known where
    Episodes | CHILD | URN     | PL_LA
             | 1     |         | WAL
             | 2     | 1234567 | E09000027
             | 3     | 1234567 |
*/

-- The authority in which a placement lies is known: an English one, or WAL, SCO, NIR, NUK or CON. Not asked in
-- short breaks.
-- severity: error
-- flags: Episodes
-- columns: PL_LA, PL_POST, LS
-- needs: Episodes.PL_LA, Episodes.LS
-- mend: Check the postcode of the placement.
SELECT row FROM Episodes WHERE NOT coalesce(short_break, false)
AND CASE WHEN PL_LA IS NULL
    -- With a distance the place is known, only not on which side of a boundary; asylum seekers need no postcode.
    THEN PL_DISTANCE IS NULL AND pl_la_sure AND NOT (uasc AND PL_POST IS NULL)
    ELSE NOT regexp_full_match(PL_LA, 'E(06|08|09|10)[0-9]{6}|W06[0-9]{6}|[NS][0-9]{8}|WAL|SCO|NIR|NUK|CON') END

/* cases
fires: no authority, a district, and not known
    Episodes | CHILD | LS | PL_LA     | PL_POST
             | 1     | C2 | 330       | B11BB
             | 2     | C2 | E07000223 | BN11AA
             | 3     | C2 |           | ZZ99ZZ
             | 4     |    |           |
    flags    | 1 | 2 | 3 | 4
passes: authorities and countries, and short breaks
    Episodes | CHILD | LS | PL_LA
             | 1     | C2 | E06000001
             | 2     | C2 | E10000030
             | 3     | C2 | WAL
             | 4     | C2 | CON
             | 5     | V3 |
             | 6     | V4 | 330
passes: on a boundary, and an asylum seeker without a postcode
    Episodes | CHILD | LS | PL_LA | PL_DISTANCE | PL_POST
             | 1     | C2 |       | 4.2         | B11BB
             | 2     | C2 |       |             |
    UASC     | CHILD
             | 2
*/

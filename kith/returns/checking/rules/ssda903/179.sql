-- It is known whether a placement lies inside the authority or outside it (IN or OUT). Not asked in short breaks.
-- severity: error
-- flags: Episodes
-- columns: PL_LOCATION, PL_LA, PL_POST, LS
-- needs: Episodes.PL_LOCATION, Episodes.LS
-- mend: Check the postcode of the placement.
SELECT row FROM Episodes WHERE NOT coalesce(short_break, false)
AND CASE WHEN PL_LOCATION IS NULL
    -- With a distance the place is known, only not on which side of a boundary; asylum seekers need no postcode.
    THEN PL_DISTANCE IS NULL AND pl_la_sure AND NOT (uasc AND PL_POST IS NULL)
    ELSE PL_LOCATION NOT IN ('IN', 'OUT') END

/* cases
fires: something else, or not known
    Episodes | CHILD | LS | PL_LOCATION
             | 1     | C2 | INSIDE
             | 2     | C2 |
    flags    | 1 | 2
passes: inside, outside, and short breaks
    Episodes | CHILD | LS | PL_LOCATION
             | 1     | C2 | IN
             | 2     | C2 | OUT
             | 3     | V3 |
             | 4     | V4 | INSIDE
passes: on a boundary, and an asylum seeker without a postcode
    Episodes | CHILD | LS | PL_LOCATION | PL_DISTANCE | PL_POST
             | 1     | C2 |             | 4.2         | B11BB
             | 2     | C2 |             |             |
    UASC     | CHILD
             | 2
*/

-- A short break (LS V3 or V4) has no authority of placement.
-- severity: error
-- flags: Episodes
-- columns: LS, PL_LA, PL_POST
-- needs: Episodes.LS, Episodes.PL_LA
-- mend: Leave the authority and the postcode of the placement blank, or correct the legal status.
SELECT row FROM Episodes WHERE short_break AND PL_LA IS NOT NULL

/* cases
fires: an authority all the same
    Episodes | CHILD | LS | PL_LA
             | 1     | V3 | E09000027
             | 2     | V4 | WAL
    flags    | 1 | 2
passes: none, or not a short break
    Episodes | CHILD | LS | PL_LA
             | 1     | V3 |
             | 2     | C2 | E09000027
             | 3     |    | E09000027
*/

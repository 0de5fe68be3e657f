-- A placement that the authority itself provides (PR1) lies in the authority; not so foster care, a placement for
-- adoption, supported accommodation or a short break.
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, PLACE, PL_POST, PL_LA, LS
-- needs: Episodes.PLACE_PROVIDER, Episodes.PLACE, Episodes.LS, Episodes.PL_LA, authority
-- mend: Check who provides the placement, and its postcode.
SELECT row FROM Episodes WHERE PLACE_PROVIDER = 'PR1' AND NOT is_own(PL_LA) AND pl_la_sure
AND coalesce(PLACE NOT IN ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'K3'), true)
AND NOT coalesce(short_break, false)

/* cases
fires: a home of its own in another authority, or in Wales
    authority | E09000027
    Episodes  | CHILD | PLACE_PROVIDER | PLACE | LS | PL_LA
              | 1     | PR1            | K2    | C2 | E10000030
              | 2     | PR1            | R3    |    | WAL
    flags     | 1 | 2
passes: in its own area, another's, excepted, or not known where
    authority | E09000027
    Episodes  | CHILD | PLACE_PROVIDER | PLACE | LS | PL_LA
              | 1     | PR1            | K2    | C2 | E09000027
              | 2     | PR4            | K2    | C2 | E10000030
              | 3     | PR1            | A3    | C2 | E10000030
              | 4     | PR1            | U6    | C2 | E10000030
              | 5     | PR1            | K3    | C2 | E10000030
              | 6     | PR1            | K2    | V4 | E10000030
              | 7     | PR1            | K2    | C2 |
              | 8     |                | K2    | C2 | E10000030
*/

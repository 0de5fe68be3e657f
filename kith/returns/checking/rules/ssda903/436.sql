-- Where both changed (RNE B or U), the legal status and the placement differ from the episode before.
-- severity: error
-- flags: Episodes
-- columns: RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER
-- needs: Episodes.RNE, Episodes.LS, Episodes.PLACE, Episodes.PL_POST, Episodes.URN, Episodes.PLACE_PROVIDER, Episodes.DECOM
-- mend: Compare with the episode before; correct what is the same, or say why this one began.
SELECT row FROM Episodes
WHERE RNE IN ('B', 'U') AND prev_row IS NOT NULL
  AND (LS = prev_LS
    OR (PLACE IS NOT DISTINCT FROM prev_PLACE AND PL_POST IS NOT DISTINCT FROM prev_PL_POST
      AND URN IS NOT DISTINCT FROM prev_URN AND PLACE_PROVIDER IS NOT DISTINCT FROM prev_PLACE_PROVIDER))

/* cases
fires: the same legal status, or nothing of the placement changed
    Episodes | CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN     | PLACE_PROVIDER
             | 1     | 01/04/2026 | S   | C1 | U4    | AB1 2CD | 1234567 | PR1
             | 1     | 01/05/2026 | B   | C1 | U5    | AB1 2CE | 1234567 | PR1
             | 1     | 01/06/2026 | U   | C2 | U5    | AB1 2CE | 1234567 | PR1
    flags    | 2 | 3
passes: both changed, a legal status not known, another reason, nothing before
    Episodes | CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN     | PLACE_PROVIDER
             | 1     | 01/04/2026 | S   | C1 | U4    | AB1 2CD | 1234567 | PR1
             | 1     | 01/05/2026 | B   | C2 | U5    | AB1 2CD | 1234567 | PR1
             | 1     | 01/06/2026 | U   | E1 | U5    | AB1 2CD |         | PR1
             | 1     | 01/07/2026 | B   |    | U5    | AB1 2CE |         | PR1
             | 1     | 01/08/2026 | P   |    | U5    | AB1 2CE |         | PR1
             | 2     | 01/04/2026 | B   | C2 | U4    | AB1 2CD | 1234567 | PR1
*/

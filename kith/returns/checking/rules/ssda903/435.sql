-- Where only the placement changed (RNE P or T), it differs from the episode before and the legal status does
-- not.
-- severity: error
-- flags: Episodes
-- columns: RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER
-- needs: Episodes.RNE, Episodes.LS, Episodes.PLACE, Episodes.PL_POST, Episodes.URN, Episodes.PLACE_PROVIDER, Episodes.DECOM
-- mend: Compare with the episode before; correct what differs, or say why this one began.
SELECT row FROM Episodes
WHERE RNE IN ('P', 'T') AND prev_row IS NOT NULL
  AND (LS <> prev_LS
    OR (PLACE IS NOT DISTINCT FROM prev_PLACE AND PL_POST IS NOT DISTINCT FROM prev_PL_POST
      AND URN IS NOT DISTINCT FROM prev_URN AND PLACE_PROVIDER IS NOT DISTINCT FROM prev_PLACE_PROVIDER))

/* cases
fires: another legal status, or nothing of the placement changed
    Episodes | CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN     | PLACE_PROVIDER
             | 1     | 01/04/2026 | S   | C1 | U4    | AB1 2CD | 1234567 | PR1
             | 1     | 01/05/2026 | P   | C2 | U5    | AB1 2CE | 1234567 | PR1
             | 1     | 01/06/2026 | T   | C2 | U5    | ab12ce  | 1234567 | PR1
             | 2     | 01/04/2026 | S   | V2 | P1    |         |         |
             | 2     | 01/05/2026 | P   | V2 | P1    |         |         |
    flags    | 2 | 3 | 5
passes: any part of the placement changed, another reason, nothing before
    Episodes | CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN     | PLACE_PROVIDER
             | 1     | 01/04/2026 | S   | C1 | U4    | AB1 2CD | 1234567 | PR1
             | 1     | 01/05/2026 | P   | C1 | U5    | AB1 2CD | 1234567 | PR1
             | 1     | 01/06/2026 | T   | C1 | U5    | AB1 2CE | 1234567 | PR1
             | 1     | 01/07/2026 | P   | C1 | U5    | AB1 2CE | 1234568 | PR1
             | 1     | 01/08/2026 | T   | C1 | U5    | AB1 2CE | 1234568 | PR4
             | 1     | 01/09/2026 | P   | C1 | U5    | AB1 2CE |         | PR4
             | 1     | 01/10/2026 | L   | C2 | U5    | AB1 2CE |         | PR4
             | 2     | 01/04/2026 | P   | C2 | U4    | AB1 2CD | 1234567 | PR1
*/

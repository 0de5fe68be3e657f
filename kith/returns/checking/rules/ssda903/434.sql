-- Where only the legal status changed (RNE L), it differs from the episode before and the placement does not.
-- severity: error
-- flags: Episodes
-- columns: RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER
-- needs: Episodes.RNE, Episodes.LS, Episodes.PLACE, Episodes.PL_POST, Episodes.URN, Episodes.PLACE_PROVIDER, Episodes.DECOM
-- mend: Compare with the episode before; correct what differs, or say why this one began.
SELECT row FROM Episodes
WHERE RNE = 'L' AND prev_row IS NOT NULL
  -- A postcode, URN or provider may rightly be blank: blank and given differ.
  AND (LS = prev_LS OR PLACE <> prev_PLACE OR PL_POST IS DISTINCT FROM prev_PL_POST
    OR URN IS DISTINCT FROM prev_URN OR PLACE_PROVIDER IS DISTINCT FROM prev_PLACE_PROVIDER)

/* cases
fires: the same legal status, or any part of the placement changed
    Episodes | CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN     | PLACE_PROVIDER
             | 1     | 01/04/2026 | S   | C1 | U4    | AB1 2CD | 1234567 | PR1
             | 1     | 01/05/2026 | L   | C1 | U4    | AB1 2CD | 1234567 | PR1
             | 1     | 01/06/2026 | L   | C2 | U5    | AB1 2CD | 1234567 | PR1
             | 1     | 01/07/2026 | L   | E1 | U5    | AB1 2CE | 1234567 | PR1
             | 1     | 01/08/2026 | L   | C2 | U5    | AB1 2CE | 1234568 | PR1
             | 1     | 01/09/2026 | L   | C1 | U5    | AB1 2CE | 1234568 | PR4
             | 1     | 01/10/2026 | L   | C2 | U5    | AB1 2CE |         | PR4
    flags    | 2 | 3 | 4 | 5 | 6 | 7
passes: the legal status alone, blanks that stay, another reason, nothing before
    Episodes | CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN     | PLACE_PROVIDER
             | 1     | 01/04/2026 | S   | C1 | U4    | AB1 2CD | 1234567 | PR1
             | 1     | 01/05/2026 | L   | C2 | U4    | ab12cd  | 1234567 | PR1
             | 1     | 01/06/2026 | P   | C2 | U5    | AB1 2CE | 1234568 | PR1
             | 2     | 01/04/2026 | S   | V2 | P1    |         |         |
             | 2     | 01/05/2026 | L   | C2 | P1    |         |         |
             | 2     | 01/06/2026 | L   |    | P1    |         |         |
             | 3     | 01/04/2026 | L   | C2 | U4    | AB1 2CD | 1234567 | PR1
*/

-- Where a child moves to another placement and stays in care (REC X1, the next episode's RNE P, B, T or U), the
-- reason for the move is given, save into or out of a temporary placement.
-- severity: error
-- flags: Episodes
-- columns: REASON_PLACE_CHANGE, REC, PLACE
-- needs: Episodes.REASON_PLACE_CHANGE, Episodes.REC, Episodes.RNE, Episodes.PLACE
-- mend: Give the reason for which the placement changed.
SELECT row FROM Episodes
WHERE REASON_PLACE_CHANGE IS NULL AND REC = 'X1' AND next_RNE IN ('P', 'B', 'T', 'U')
    AND PLACE NOT IN ('T0', 'T1', 'T2', 'T3', 'T4') AND next_PLACE NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')

/* cases
fires: moves without a reason
    Episodes | CHILD | DECOM      | RNE | PLACE | DEC        | REC | REASON_PLACE_CHANGE
             | 1     | 01/04/2026 | S   | U1    | 01/05/2026 | X1  |
             | 1     | 01/05/2026 | P   | U4    | 01/06/2026 | X1  |
             | 1     | 01/06/2026 | U   | A5    |            |     |
    flags    | 1 | 2
passes: with one, only the legal status changes, a temporary placement, the end of care, or blanks
    Episodes | CHILD | DECOM      | RNE | PLACE | DEC        | REC | REASON_PLACE_CHANGE
             | 1     | 01/04/2026 | S   | U1    | 01/05/2026 | X1  | CARPL
             | 1     | 01/05/2026 | P   | U4    | 01/06/2026 | X1  |
             | 1     | 01/06/2026 | L   | U4    | 01/07/2026 | X1  |
             | 1     | 01/07/2026 | P   | T1    | 08/07/2026 | X1  |
             | 1     | 08/07/2026 | P   | U4    | 01/08/2026 | E4A |
             | 1     | 01/09/2026 | S   | U4    | 01/10/2026 | X1  |
             | 1     | 01/10/2026 |     | U4    |            |     |
*/

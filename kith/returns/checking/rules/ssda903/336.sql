-- A placement for adoption with the current carer (A3, A5) follows a foster placement or another for adoption (A3
-- to A6, U1 to U6).
-- severity: error
-- flags: Episodes
-- columns: PLACE
-- needs: Episodes.PLACE
-- mend: Correct the placement, or the one before it.
SELECT row FROM Episodes
WHERE PLACE IN ('A3', 'A5')
    AND prev_PLACE NOT IN ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')
    -- After a temporary placement the child is back where it was before.
    AND prev_PLACE NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')

/* cases
fires: after another placement
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/04/2026 | K2
             | 1     | 01/05/2026 | A3
             | 2     | 01/04/2026 | P1
             | 2     | 01/05/2026 | A5
    flags    | 2 | 4
passes: after those, back from a temporary one, the first in the return, or with others
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/04/2026 | U4
             | 1     | 01/05/2026 | A3
             | 1     | 01/06/2026 | T3
             | 1     | 08/06/2026 | A3
             | 1     | 01/07/2026 | A5
             | 2     | 01/04/2026 | A5
             | 3     | 01/04/2026 | K2
             | 3     | 01/05/2026 | A4
             | 4     | 01/04/2026 |
             | 4     | 01/05/2026 | A3
*/

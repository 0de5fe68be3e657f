-- While an order deprives a child of liberty, the child is not placed in K1, K3, P1 or R5.
-- severity: error
-- years: 2026-27..
-- flags: Episodes
-- columns: PLACE, DECOM, DEC
-- needs: Episodes.PLACE, Episodes.DECOM, Episodes.DEC, DoLo.DOLO_START, DoLo.DOLO_END
-- mend: Correct the placement, or the days of the order.
SELECT row FROM Episodes
WHERE PLACE IN ('K1', 'K3', 'P1', 'R5')
    AND EXISTS (
        SELECT 1 FROM DoLo AS d
        WHERE d.CHILD = Episodes.CHILD
            AND (Episodes.DEC > d.DOLO_START OR (Episodes.DEC_text IS NULL AND d.DOLO_START IS NOT NULL))
            AND (d.DOLO_END > Episodes.DECOM OR (d.DOLO_END_text IS NULL AND Episodes.DECOM IS NOT NULL)))

/* cases
fires: an order began on the day before the episode ended, or ended on the day after it began
    Episodes | CHILD | DECOM      | DEC        | PLACE
             | 1     | 01/05/2026 | 10/06/2026 | K1
             | 2     | 01/05/2026 | 10/06/2026 | P1
    DoLo     | CHILD | DOLO_START | DOLO_END
             | 1     | 09/06/2026 | 20/06/2026
             | 2     | 01/04/2026 | 02/05/2026
    flags    | 1 | 2
fires: the episode, the order or both are open
    Episodes | CHILD | DECOM      | DEC        | PLACE
             | 1     | 01/05/2026 |            | R5
             | 2     | 01/05/2026 | 10/06/2026 | K3
             | 3     | 01/05/2026 |            | K1
    DoLo     | CHILD | DOLO_START | DOLO_END
             | 1     | 01/06/2026 | 20/06/2026
             | 2     | 01/04/2026 |
             | 3     | 01/06/2026 |
    flags    | 1 | 2 | 3
passes: the order began on the day the episode ended, or ended on the day it began
    Episodes | CHILD | DECOM      | DEC        | PLACE
             | 1     | 01/05/2026 | 10/06/2026 | K1
    DoLo     | CHILD | DOLO_START | DOLO_END
             | 1     | 10/06/2026 |
             | 1     | 01/04/2026 | 01/05/2026
passes: placements that may be, and blanks
    Episodes | CHILD | DECOM      | DEC        | PLACE
             | 1     | 01/05/2026 |            | K2
             | 1     | 01/05/2026 |            | Z12
             | 1     | 01/05/2026 |            | U1
             | 1     | 01/05/2026 |            |
             | 1     |            |            | K1
             | 1     | 01/05/2026 | 31/06/2026 | K1
             | 2     | 01/05/2026 |            | K1
    DoLo     | CHILD | DOLO_START | DOLO_END
             | 1     | 01/06/2026 |
             | 2     |            |
*/

-- A temporary placement (T0 to T4) that has ended is followed by another episode (REC X1): care cannot end with
-- it.
-- severity: error
-- flags: Episodes
-- columns: REC, PLACE
-- needs: Episodes.REC, Episodes.PLACE
-- mend: Correct the reason that the episode ended, or the placement.
SELECT row FROM Episodes WHERE PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4') AND REC <> 'X1'

/* cases
fires: care ends there
    Episodes | CHILD | PLACE | DEC        | REC
             | 1     | T0    | 01/05/2026 | E4A
             | 2     | T4    | 01/05/2026 | E2
    flags    | 1 | 2
passes: followed by another, open, or another placement
    Episodes | CHILD | PLACE | DEC        | REC
             | 1     | T0    | 01/05/2026 | X1
             | 2     | T3    |            |
             | 3     | U4    | 01/05/2026 | E4A
             | 4     |       | 01/05/2026 | E4A
*/

-- No reason for a change of placement is given where the child moves out of a temporary placement (T0 to T4) or
-- into one.
-- severity: error
-- flags: Episodes
-- columns: REASON_PLACE_CHANGE, PLACE
-- needs: Episodes.REASON_PLACE_CHANGE, Episodes.PLACE
-- mend: Clear the reason for the change of placement.
SELECT row FROM Episodes
WHERE REASON_PLACE_CHANGE IS NOT NULL
    AND (PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4') OR next_PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4'))

/* cases
fires: into and out of one
    Episodes | CHILD | DECOM      | PLACE | DEC        | REC | REASON_PLACE_CHANGE
             | 1     | 01/04/2026 | U1    | 01/05/2026 | X1  | OTHER
             | 1     | 01/05/2026 | T3    | 08/05/2026 | X1  | OTHER
             | 1     | 08/05/2026 | U1    |            |     |
    flags    | 1 | 2
passes: no reason, or between others
    Episodes | CHILD | DECOM      | PLACE | DEC        | REC | REASON_PLACE_CHANGE
             | 1     | 01/04/2026 | U1    | 01/05/2026 | X1  |
             | 1     | 01/05/2026 | T3    | 08/05/2026 | X1  |
             | 1     | 08/05/2026 | U1    | 01/06/2026 | X1  | OTHER
             | 1     | 01/06/2026 | U4    |            |     |
             | 2     | 01/05/2026 |       | 08/05/2026 | X1  | OTHER
*/

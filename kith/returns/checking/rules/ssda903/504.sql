-- A child's main need (CIN) stays the same while care goes on (the episode before ended with X1).
-- severity: error
-- flags: Episodes
-- columns: CIN
-- needs: Episodes.CIN, Episodes.REC, Episodes.DECOM
-- mend: Give the need as it was when the child came into care.
SELECT row FROM Episodes WHERE prev_REC = 'X1' AND CIN <> prev_CIN

/* cases
fires: another need while care goes on
    Episodes | CHILD | DECOM      | CIN | REC
             | 1     | 01/04/2026 | N1  | X1
             | 1     | 01/05/2026 | N2  |
    flags    | 2
passes: the same, a new spell of care, and blanks
    Episodes | CHILD | DECOM      | CIN | REC
             | 1     | 01/04/2026 | N1  | X1
             | 1     | 01/05/2026 | N1  | E4A
             | 1     | 01/07/2026 | N5  | X1
             | 1     | 01/08/2026 |     | X1
             | 1     | 01/09/2026 | N2  |
*/

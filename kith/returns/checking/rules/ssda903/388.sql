-- An episode ends for another to begin (REC X1) if, and only if, the child's next episode begins on the same day.
-- severity: error
-- flags: Episodes
-- columns: REC, DEC
-- needs: Episodes.REC, Episodes.DEC, Episodes.DECOM
-- mend: Correct the reason that the episode ended, add the episode that is lacking, or make the two days one.
SELECT row FROM Episodes
WHERE REC = 'X1' AND DEC IS NOT NULL AND (next_row IS NULL OR next_DECOM <> DEC)
    OR REC <> 'X1' AND next_DECOM = DEC

/* cases
fires: followed by none, a day later or a day earlier; or an end of care followed on the same day
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/05/2026 | X1
             | 2     | 01/04/2026 | 01/05/2026 | X1
             | 2     | 02/05/2026 |            |
             | 3     | 01/04/2026 | 01/05/2026 | X1
             | 3     | 30/04/2026 |            |
             | 4     | 01/04/2026 | 01/05/2026 | E4A
             | 4     | 01/05/2026 |            |
             | 5     | 01/04/2026 | 31/03/2027 | X1
    flags    | 1 | 2 | 4 | 6 | 8
passes: followed on the same day, care ended, open, or a day that is not known
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/05/2026 | X1
             | 1     | 01/05/2026 | 01/06/2026 | E4A
             | 1     | 02/06/2026 |            |
             | 2     | 01/04/2026 | 01/05/2026 | X1
             | 2     |            |            |
             | 3     | 01/04/2026 |            | X1
             | 4     | 01/04/2026 | 01/05/2026 |
             | 4     | 01/05/2026 | 01/06/2026 | E3
*/

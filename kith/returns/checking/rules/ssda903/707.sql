-- Where care ended, an order depriving the child of liberty ended on that day or before.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_START, DOLO_END
-- needs: DoLo.DOLO_START, DoLo.DOLO_END, Episodes.DEC, Episodes.REC
-- mend: Give an end to the order that is no later than the day care ended, or check that day.
SELECT row FROM DoLo
WHERE EXISTS (
    SELECT 1 FROM Episodes AS e
    WHERE e.CHILD = DoLo.CHILD AND e.REC <> 'X1' AND e.DEC > DoLo.DOLO_START
        AND (DoLo.DOLO_END > e.DEC OR DoLo.DOLO_END_text IS NULL))

/* cases
fires: ended the day after care did, and still open
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
             | 2     | 01/04/2026 | 10/06/2026 | E8
    DoLo     | CHILD | DOLO_START | DOLO_END
             | 1     | 01/05/2026 | 11/06/2026
             | 2     | 09/06/2026 |
    flags    | 1 | 2
passes: ended on the day, or the episode alone ended
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
             | 2     | 01/04/2026 | 10/06/2026 | X1
             | 2     | 10/06/2026 |            |
    DoLo     | CHILD | DOLO_START | DOLO_END
             | 1     | 01/05/2026 | 10/06/2026
             | 2     | 01/05/2026 | 11/06/2026
             | 2     | 01/07/2026 |
passes: began in the next spell of care, and blanks
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
             | 1     | 10/06/2026 |            |
    DoLo     | CHILD | DOLO_START | DOLO_END
             | 1     | 10/06/2026 |
             | 1     |            |
             | 1     | 01/05/2026 | 31/06/2026
*/

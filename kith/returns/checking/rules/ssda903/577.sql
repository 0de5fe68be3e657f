-- Where care ended, the missing periods that began in it ended on that day or before.
-- severity: error
-- flags: Missing
-- columns: MIS_START, MIS_END
-- needs: Missing.MIS_START, Missing.MIS_END, Episodes.DECOM, Episodes.DEC, Episodes.REC
-- mend: Give an end to the missing period that is no later than the day care ended, or check that day.
SELECT row FROM Missing
WHERE EXISTS (
    SELECT 1 FROM Episodes AS e
    WHERE e.CHILD = Missing.CHILD AND e.REC <> 'X1'
        AND e.period_start <= Missing.MIS_START AND e.DEC > Missing.MIS_START
        AND (Missing.MIS_END > e.DEC OR Missing.MIS_END_text IS NULL))

/* cases
fires: ended the day after care did, and still open
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/06/2026 | E4A
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 09/06/2026 | 11/06/2026
             | 1     | 01/06/2026 |
    flags    | 1 | 2
fires: begun in an earlier episode of the same spell of care
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/05/2026 | X1
             | 1     | 10/05/2026 | P   | 10/06/2026 | E4A
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/05/2026 | 01/07/2026
    flags    | 1
passes: ended on the day, or the episode alone ended
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/06/2026 | E4A
             | 2     | 01/04/2026 | S   | 10/06/2026 | X1
             | 2     | 10/06/2026 | P   |            |
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 09/06/2026 | 10/06/2026
             | 2     | 09/06/2026 | 11/06/2026
             | 2     | 08/06/2026 |
passes: begun in the next spell of care, on a day not known, or with an end that cannot be read
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/06/2026 | E4A
             | 1     | 10/06/2026 | S   |            |
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 10/06/2026 | 11/06/2026
             | 1     |            | 11/06/2026
             | 1     | 01/06/2026 | 31/06/2026
*/

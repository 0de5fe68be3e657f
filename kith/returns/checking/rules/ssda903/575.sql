-- A missing period has an end where the placement that the child was missing from has ended.
-- severity: error
-- flags: Missing
-- columns: MIS_START, MIS_END
-- needs: Missing.MIS_START, Missing.MIS_END, Episodes.DECOM, Episodes.DEC, Episodes.REC, Episodes.RNE
-- mend: Give the day on which the missing period ended, at the latest the day the placement ended.
SELECT row FROM Missing
WHERE MIS_END_text IS NULL
    AND EXISTS (
        SELECT 1 FROM Episodes AS e
        WHERE e.CHILD = Missing.CHILD AND e.period_start <= Missing.MIS_START AND e.DEC > Missing.MIS_START
            -- where only the legal status changed (RNE L) the placement goes on
            AND (e.REC <> 'X1' OR e.next_RNE <> 'L'))

/* cases
fires: still missing though placed elsewhere since
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/06/2026 | X1
             | 1     | 10/06/2026 | P   |            |
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 09/06/2026 |
    flags    | 1
fires: care has ended, after a change of legal status alone
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/06/2026 | X1
             | 1     | 10/06/2026 | L   | 01/07/2026 | E4A
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/06/2026 |
    flags    | 1
passes: missing from the next placement, which began that day
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/06/2026 | X1
             | 1     | 10/06/2026 | P   |            |
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 10/06/2026 |
passes: only the legal status changed
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/06/2026 | X1
             | 1     | 10/06/2026 | L   |            |
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/06/2026 |
passes: ended, not in care at the start, start not known, or another child
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/04/2026 | S   | 10/06/2026 | E4A
             | 1     | 01/08/2026 | S   | 10/09/2026 | E4A
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/06/2026 | 02/06/2026
             | 1     | 01/07/2026 |
             | 1     |            |
             | 2     | 01/06/2026 |
*/

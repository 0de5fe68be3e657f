-- A missing period began before the day on which care ended.
-- severity: error
-- flags: Missing
-- columns: MIS_START
-- needs: Missing.MIS_START, Episodes.DECOM, Episodes.DEC, Episodes.REC
-- mend: Check the day the child went missing and the day care ended.
SELECT row FROM Missing
WHERE EXISTS (
        SELECT 1 FROM Episodes AS e
        WHERE e.CHILD = Missing.CHILD AND e.REC <> 'X1' AND e.DEC <= Missing.MIS_START)
    -- nor had the child come back into care by then
    AND NOT EXISTS (
        SELECT 1 FROM Episodes AS e
        WHERE e.CHILD = Missing.CHILD AND e.DECOM <= Missing.MIS_START
            AND (e.DEC IS NULL OR e.DEC > Missing.MIS_START))

/* cases
fires: on the day care ended, and after it
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
    Missing  | CHILD | MIS_START
             | 1     | 10/06/2026
             | 1     | 01/07/2026
    flags    | 1 | 2
fires: between two spells of care
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
             | 1     | 01/08/2026 |            |
    Missing  | CHILD | MIS_START
             | 1     | 31/07/2026
    flags    | 1
passes: the day before, on coming back into care, and after an episode that another followed
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
             | 1     | 01/08/2026 |            |
             | 2     | 01/04/2026 | 10/06/2026 | X1
             | 2     | 10/06/2026 |            |
    Missing  | CHILD | MIS_START
             | 1     | 09/06/2026
             | 1     | 01/08/2026
             | 2     | 10/06/2026
passes: blanks, and a child without episodes
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
             | 2     | 01/04/2026 |            |
    Missing  | CHILD | MIS_START
             | 1     |
             | 2     | 10/06/2026
             | 3     | 10/06/2026
*/

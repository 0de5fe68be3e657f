-- A missing period began on the day the child first came into care, or later.
-- severity: error
-- flags: Missing
-- columns: MIS_START
-- needs: Missing.MIS_START, Episodes.DECOM
-- mend: Check the day the child went missing and the day care began.
SELECT row FROM Missing
WHERE EXISTS (
    SELECT 1 FROM Episodes AS e
    WHERE e.CHILD = Missing.CHILD AND e.nth = 1 AND e.DECOM > Missing.MIS_START)

/* cases
fires: the day before
    Episodes | CHILD | DECOM
             | 1     | 10/06/2026
             | 1     | 01/08/2026
    Missing  | CHILD | MIS_START
             | 1     | 09/06/2026
    flags    | 1
passes: on the day, later, and before a second spell of care
    Episodes | CHILD | DECOM
             | 1     | 01/08/2026
             | 1     | 10/06/2026
    Missing  | CHILD | MIS_START
             | 1     | 10/06/2026
             | 1     | 31/07/2026
passes: blanks, and a child without episodes
    Episodes | CHILD | DECOM
             | 1     |
             | 2     | 10/06/2026
    Missing  | CHILD | MIS_START
             | 1     | 01/06/2026
             | 2     |
             | 3     | 01/06/2026
*/

-- A missing episode does not end before it began.
-- severity: error
-- flags: Missing
-- columns: MIS_START, MIS_END
-- needs: Missing.MIS_START, Missing.MIS_END
-- mend: Check both days.
SELECT row FROM Missing WHERE MIS_END < MIS_START

/* cases
fires: the day before
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/06/2026 | 31/05/2026
    flags    | 1
passes: the same day, later, and blanks
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/06/2026 | 01/06/2026
             | 2     | 01/06/2026 | 02/06/2026
             | 3     | 01/06/2026 |
             | 4     |            | 31/05/2026
*/

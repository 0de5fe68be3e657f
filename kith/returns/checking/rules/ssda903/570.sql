-- A missing episode began by the end of the year.
-- severity: error
-- flags: Missing
-- columns: MIS_START
-- needs: Missing.MIS_START
-- mend: Correct the day, or leave it for next year's return.
SELECT row FROM Missing WHERE MIS_START > ye()

/* cases
fires: the day after the year
    Missing  | CHILD | MIS_START
             | 1     | 01/04/2027
    flags    | 1
passes: on the last day, before it, and blank
    Missing  | CHILD | MIS_START
             | 1     | 31/03/2027
             | 2     | 01/06/2026
             | 3     |
*/

-- A child who was missing (M) or away (A) has the day on which that began.
-- severity: error
-- flags: Missing
-- columns: MIS_START, MISSING
-- needs: Missing.MISSING, Missing.MIS_START
-- mend: Give the day it began.
SELECT row FROM Missing WHERE MISSING IN ('M', 'A') AND MIS_START_text IS NULL

/* cases
fires: no day
    Missing  | CHILD | MISSING | MIS_START
             | 1     | M       |
             | 2     | A       |
    flags    | 1 | 2
passes: a day, one that cannot be read, and blanks
    Missing  | CHILD | MISSING | MIS_START
             | 1     | M       | 01/06/2026
             | 2     | A       | 31/02/2026
             | 3     |         |
             | 4     | X       |
*/

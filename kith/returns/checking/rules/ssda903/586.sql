-- A missing period began on the day the child was born, or later.
-- severity: error
-- flags: Missing
-- columns: MIS_START, DOB
-- needs: Missing.MIS_START, Missing.DOB
-- mend: Check the date of birth and the day the child went missing.
SELECT row FROM Missing WHERE MIS_START < DOB

/* cases
fires: the day before the birth
    Missing | CHILD | DOB        | MIS_START
            | 1     | 10/06/2026 | 09/06/2026
    flags   | 1
passes: on the day, after it, and blanks
    Missing | CHILD | DOB        | MIS_START
            | 1     | 10/06/2026 | 10/06/2026
            | 2     | 10/06/2010 | 11/06/2026
            | 3     |            | 11/06/2026
            | 4     | 10/06/2010 |
*/

-- Where a day is given on which a child went missing, it is said whether missing (M) or away (A).
-- severity: error
-- flags: Missing
-- columns: MISSING, MIS_START
-- needs: Missing.MISSING, Missing.MIS_START
-- mend: Say whether the child was missing (M) or away (A).
SELECT row FROM Missing WHERE MIS_START IS NOT NULL AND MISSING IS NULL

/* cases
fires: a day alone
    Missing  | CHILD | MISSING | MIS_START
             | 1     |         | 01/06/2026
    flags    | 1
passes: both, and blanks
    Missing  | CHILD | MISSING | MIS_START
             | 1     | M       | 01/06/2026
             | 2     | A       |
             | 3     |         |
*/

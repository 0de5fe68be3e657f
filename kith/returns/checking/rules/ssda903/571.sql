-- A missing period that is given an end ended within the collection year.
-- severity: error
-- flags: Missing
-- columns: MIS_START, MIS_END
-- needs: Missing.MIS_END
-- mend: Check the day the child was found, or leave out a period that is not of this year.
SELECT row FROM Missing WHERE MIS_END NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year and the day after it
    Missing | CHILD | MIS_START  | MIS_END
            | 1     | 29/03/2026 | 31/03/2026
            | 2     | 30/03/2027 | 01/04/2027
    flags   | 1 | 2
passes: its first and last day, and still missing
    Missing | CHILD | MIS_START  | MIS_END
            | 1     | 29/03/2026 | 01/04/2026
            | 2     | 30/03/2027 | 31/03/2027
            | 3     | 30/03/2027 |
            | 4     | 30/03/2027 | not known
fires: in another year
    year    | 2025-26
    Missing | CHILD | MIS_START  | MIS_END
            | 1     | 29/03/2026 | 01/04/2026
    flags   | 1
*/

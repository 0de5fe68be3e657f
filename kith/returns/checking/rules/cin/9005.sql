-- The day on which it was decided to begin pre-proceedings lies within the year (one public source).
-- severity: error
-- years: 2026-27..
-- flags: PreProceedings
-- columns: PPStartDate
-- needs: PreProceedings.PPStartDate
-- mend: Check the day of the meeting that decided to begin pre-proceedings.
SELECT row FROM PreProceedings WHERE PPStartDate NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year, and the day after it
    PreProceedings | LAchildID | PPStartDate
                   | A1        | 31/03/2026
                   | A2        | 01/04/2027
    flags          | 1 | 2
passes: its first and its last day, and none
    PreProceedings | LAchildID | PPStartDate
                   | A1        | 01/04/2026
                   | A2        | 31/03/2027
                   | A3        |
*/

-- The letter before proceedings was sent within the year of the return, and on or after the day on which it was
-- decided to begin pre-proceedings (one public source).
-- severity: error
-- years: 2026-27..
-- flags: PreProceedings
-- columns: LBPSentDate, PPStartDate
-- needs: PreProceedings.LBPSentDate, PreProceedings.PPStartDate
-- mend: Check the day on which the letter was sent and the day on which pre-proceedings began.
SELECT row FROM PreProceedings WHERE LBPSentDate NOT BETWEEN ys() AND ye() OR LBPSentDate < PPStartDate

/* cases
fires: the day before the year, the day after it, and the day before the beginning
    PreProceedings | LAchildID | PPStartDate | LBPSentDate
                   | A1        |             | 31/03/2026
                   | A2        |             | 01/04/2027
                   | A3        | 02/05/2026  | 01/05/2026
    flags          | 1 | 2 | 3
passes: its first and its last day, on the day of the beginning, and no letter
    PreProceedings | LAchildID | PPStartDate | LBPSentDate
                   | A1        |             | 01/04/2026
                   | A2        |             | 31/03/2027
                   | A3        | 02/05/2026  | 02/05/2026
                   | A4        | 02/05/2026  |
*/

-- The letter to begin care proceedings was sent within the year of the return, and on or after the day of the
-- application to the court (one public source).
-- severity: error
-- years: 2026-27..
-- flags: PreProceedings
-- columns: LetterInitCPDate, CourtAppDate
-- needs: PreProceedings.LetterInitCPDate, PreProceedings.CourtAppDate
-- mend: Check the day of the letter and the day of the application to the court.
SELECT row FROM PreProceedings
WHERE LetterInitCPDate NOT BETWEEN ys() AND ye() OR LetterInitCPDate < CourtAppDate

/* cases
fires: the day before the year, the day after it, and the day before the application
    PreProceedings | LAchildID | CourtAppDate | LetterInitCPDate
                   | A1        |              | 31/03/2026
                   | A2        |              | 01/04/2027
                   | A3        | 02/05/2026   | 01/05/2026
    flags          | 1 | 2 | 3
passes: its first and its last day, on the day of the application, and no letter
    PreProceedings | LAchildID | CourtAppDate | LetterInitCPDate
                   | A1        |              | 01/04/2026
                   | A2        |              | 31/03/2027
                   | A3        | 02/05/2026   | 02/05/2026
                   | A4        | 02/05/2026   |
*/

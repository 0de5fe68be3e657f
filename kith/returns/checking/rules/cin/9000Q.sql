-- Pre-proceedings tell the day on which it was decided to begin them (one public source).
-- severity: query
-- years: 2026-27..
-- flags: PreProceedings
-- columns: PPStartDate
-- needs: PreProceedings.PPStartDate
-- mend: Give the day of the meeting that decided to begin them, or say in the return why it is not held yet.
SELECT row FROM PreProceedings WHERE PPStartDate_text IS NULL

/* cases
fires: no day
    PreProceedings | LAchildID | PPStartDate
                   | A1        | 01/05/2026
                   | A2        |
    flags          | 2
passes: a day, and text that is no day
    PreProceedings | LAchildID | PPStartDate
                   | A1        | 01/05/2026
                   | A2        | spring
*/

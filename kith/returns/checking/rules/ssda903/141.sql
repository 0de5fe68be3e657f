-- Every episode has the day on which it began, a real day written DD/MM/YYYY.
-- severity: error
-- flags: Episodes
-- columns: DECOM
-- needs: Episodes.DECOM
-- mend: Give the day on which the episode began as DD/MM/YYYY.
SELECT row FROM Episodes WHERE DECOM_text IS NULL OR not_a_date(DECOM_text)

/* cases
fires: no such day, another layout, a day in the wrong place and words, or none at all
    Episodes | CHILD | DECOM
             | 1     | 30/02/2027
             | 2     | 2026-05-01
             | 3     | 04/13/2026
             | 4     | not known
             | 5     |
    flags    | 1 | 2 | 3 | 4 | 5
passes: a real day, a leap day
    Episodes | CHILD | DECOM
             | 1     | 01/05/2026
             | 2     | 29/02/2024
passes: in XML, where days are written the other way round
    format   | xml
    Episodes | CHILD | DECOM
             | 1     | 2026-05-01
fires: no leap day in that year, in XML too
    format   | xml
    Episodes | CHILD | DECOM
             | 1     | 2026-02-29
    flags    | 1
*/

-- The day on which a child went missing, where it is given, is a real day written DD/MM/YYYY.
-- severity: error
-- flags: Missing
-- columns: MIS_START
-- needs: Missing.MIS_START
-- mend: Write the day on which the child went missing as DD/MM/YYYY.
SELECT row FROM Missing WHERE not_a_date(MIS_START_text)

/* cases
fires: no such day, another layout, a day in the wrong place and words
    Missing  | CHILD | MIS_START
             | 1     | 30/02/2027
             | 2     | 2026-05-01
             | 3     | 04/13/2026
             | 4     | not known
    flags    | 1 | 2 | 3 | 4
passes: a real day, a leap day and none
    Missing  | CHILD | MIS_START
             | 1     | 01/05/2026
             | 2     | 29/02/2024
             | 3     |
passes: in XML, where days are written the other way round
    format   | xml
    Missing  | CHILD | MIS_START
             | 1     | 2026-05-01
fires: no leap day in that year, in XML too
    format   | xml
    Missing  | CHILD | MIS_START
             | 1     | 2026-02-29
    flags    | 1
*/

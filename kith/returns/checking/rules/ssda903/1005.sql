-- The day on which a missing child was found or came back, where it is given, is a real day written DD/MM/YYYY.
-- severity: error
-- flags: Missing
-- columns: MIS_END
-- needs: Missing.MIS_END
-- mend: Write the day on which the child was no longer missing as DD/MM/YYYY.
SELECT row FROM Missing WHERE not_a_date(MIS_END_text)

/* cases
fires: no such day, another layout, a day in the wrong place and words
    Missing  | CHILD | MIS_END
             | 1     | 30/02/2027
             | 2     | 2026-05-01
             | 3     | 04/13/2026
             | 4     | not known
    flags    | 1 | 2 | 3 | 4
passes: a real day, a leap day and none
    Missing  | CHILD | MIS_END
             | 1     | 01/05/2026
             | 2     | 29/02/2024
             | 3     |
passes: in XML, where days are written the other way round
    format   | xml
    Missing  | CHILD | MIS_END
             | 1     | 2026-05-01
fires: no leap day in that year, in XML too
    format   | xml
    Missing  | CHILD | MIS_END
             | 1     | 2026-02-29
    flags    | 1
*/

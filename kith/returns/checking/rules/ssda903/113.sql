-- The day on which a child was matched with adopters, where it is given, is a real day written DD/MM/YYYY.
-- severity: error
-- flags: AD1
-- columns: DATE_MATCH
-- needs: AD1.DATE_MATCH
-- mend: Write the day of the match as DD/MM/YYYY.
SELECT row FROM AD1 WHERE not_a_date(DATE_MATCH_text)

/* cases
fires: no such day, another layout, a day in the wrong place and words
    AD1      | CHILD | DATE_MATCH
             | 1     | 30/02/2027
             | 2     | 2026-05-01
             | 3     | 04/13/2026
             | 4     | not known
    flags    | 1 | 2 | 3 | 4
passes: a real day, a leap day and none
    AD1      | CHILD | DATE_MATCH
             | 1     | 01/05/2026
             | 2     | 29/02/2024
             | 3     |
passes: in XML, where days are written the other way round
    format   | xml
    AD1      | CHILD | DATE_MATCH
             | 1     | 2026-05-01
fires: no leap day in that year, in XML too
    format   | xml
    AD1      | CHILD | DATE_MATCH
             | 1     | 2026-02-29
    flags    | 1
*/

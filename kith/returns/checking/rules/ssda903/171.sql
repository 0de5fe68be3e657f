-- The date of birth of a mother's first child, where it is given, is a real day written DD/MM/YYYY.
-- severity: error
-- flags: Header
-- columns: MC_DOB
-- needs: Header.MC_DOB
-- mend: Write the date of birth of the young person's first child as DD/MM/YYYY.
SELECT row FROM Header WHERE not_a_date(MC_DOB_text)

/* cases
fires: no such day, another layout, a day in the wrong place and words
    Header   | CHILD | MC_DOB
             | 1     | 30/02/2027
             | 2     | 2026-05-01
             | 3     | 04/13/2026
             | 4     | not known
    flags    | 1 | 2 | 3 | 4
passes: a real day, a leap day and none
    Header   | CHILD | MC_DOB
             | 1     | 01/05/2026
             | 2     | 29/02/2024
             | 3     |
passes: in XML, where days are written the other way round
    format   | xml
    Header   | CHILD | MC_DOB
             | 1     | 2026-05-01
fires: no leap day in that year, in XML too
    format   | xml
    Header   | CHILD | MC_DOB
             | 1     | 2026-02-29
    flags    | 1
*/

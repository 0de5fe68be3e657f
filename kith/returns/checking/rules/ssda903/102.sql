-- Every child has a date of birth, a real day written DD/MM/YYYY.
-- severity: error
-- flags: Header
-- columns: DOB
-- needs: Header.DOB
-- mend: Give the child's date of birth as DD/MM/YYYY.
SELECT row FROM Header WHERE DOB_text IS NULL OR not_a_date(DOB_text)

/* cases
fires: no such day, another layout, a day in the wrong place and words, or none at all
    Header   | CHILD | DOB
             | 1     | 30/02/2027
             | 2     | 2026-05-01
             | 3     | 04/13/2026
             | 4     | not known
             | 5     |
    flags    | 1 | 2 | 3 | 4 | 5
passes: a real day, a leap day
    Header   | CHILD | DOB
             | 1     | 01/05/2026
             | 2     | 29/02/2024
passes: in XML, where days are written the other way round
    format   | xml
    Header   | CHILD | DOB
             | 1     | 2026-05-01
fires: no leap day in that year, in XML too
    format   | xml
    Header   | CHILD | DOB
             | 1     | 2026-02-29
    flags    | 1
*/

-- Every review has the day on which it was held, a real day written DD/MM/YYYY.
-- severity: error
-- flags: Reviews
-- columns: REVIEW
-- needs: Reviews.REVIEW
-- mend: Give the day of the review as DD/MM/YYYY.
SELECT row FROM Reviews WHERE REVIEW_text IS NULL OR not_a_date(REVIEW_text)

/* cases
fires: no such day, another layout, a day in the wrong place and words, or none at all
    Reviews  | CHILD | REVIEW
             | 1     | 30/02/2027
             | 2     | 2026-05-01
             | 3     | 04/13/2026
             | 4     | not known
             | 5     |
    flags    | 1 | 2 | 3 | 4 | 5
passes: a real day, a leap day
    Reviews  | CHILD | REVIEW
             | 1     | 01/05/2026
             | 2     | 29/02/2024
passes: in XML, where days are written the other way round
    format   | xml
    Reviews  | CHILD | REVIEW
             | 1     | 2026-05-01
fires: no leap day in that year, in XML too
    format   | xml
    Reviews  | CHILD | REVIEW
             | 1     | 2026-02-29
    flags    | 1
*/

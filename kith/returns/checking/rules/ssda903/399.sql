-- A child looked after in short breaks alone (V3 or V4) has nothing on being a mother and no reviews.
-- severity: error
-- flags: Header
-- columns: MOTHER, REVIEW, REVIEW_CODE
-- needs: Header.MOTHER, Episodes.LS
-- mend: Leave these blank and take out the review, or correct the legal status.
WITH short_breaks AS (SELECT child FROM Children WHERE only_short_breaks)
SELECT 'Header' AS "table", row, CHILD AS child FROM Header
WHERE MOTHER IS NOT NULL AND CHILD IN (SELECT child FROM short_breaks)
UNION ALL
SELECT 'Reviews' AS "table", row, CHILD AS child FROM Reviews
WHERE coalesce(REVIEW_text, REVIEW_CODE) IS NOT NULL AND CHILD IN (SELECT child FROM short_breaks)

/* cases
fires: any of the three
    Header   | CHILD | MOTHER
             | 1     | 0
             | 2     |
    Reviews  | CHILD | REVIEW     | REVIEW_CODE
             | 2     | 01/06/2026 |
             | 2     |            | PN1
    Episodes | CHILD | LS
             | 1     | V3
             | 2     | V4
    flags    | 1 | Reviews 1 | Reviews 2
passes: blank, another episode besides, or no episodes; without a file of reviews
    Header   | CHILD | MOTHER
             | 1     |
             | 2     | 1
             | 3     | 0
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | V3
             | 2     | 01/04/2026 | V3
             | 2     | 01/06/2026 | C2
passes: reviews of a child looked after otherwise, and a row that is blank
    Header   | CHILD | MOTHER
             | 1     |
    Reviews  | CHILD | REVIEW     | REVIEW_CODE
             | 1     | 01/06/2026 | PN1
             | 2     |            |
    Episodes | CHILD | LS
             | 1     | C2
             | 2     | V3
*/

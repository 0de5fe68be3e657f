-- A review has both its day and how the child took part (PN0 to PN7).
-- severity: error
-- flags: Reviews
-- columns: REVIEW, REVIEW_CODE
-- needs: Reviews.REVIEW, Reviews.REVIEW_CODE
-- mend: Give the day of the review, and how the child took part from PN0 to PN7.
SELECT row FROM Reviews
WHERE (REVIEW_text IS NULL) <> (REVIEW_CODE IS NULL) OR NOT valid_review_code(REVIEW_CODE)

/* cases
fires: a day without a code, a code without a day, and no such code
    Reviews  | CHILD | REVIEW     | REVIEW_CODE
             | 1     | 01/05/2026 |
             | 2     |            | PN1
             | 3     | 01/05/2026 | PN8
             | 4     |            | PN8
    flags    | 1 | 2 | 3 | 4
passes: both, neither, and a day that cannot be read
    Reviews  | CHILD | REVIEW     | REVIEW_CODE
             | 1     | 01/05/2026 | PN0
             | 2     | 01/05/2026 | PN7
             | 3     |            |
             | 4     | in May     | PN3
*/

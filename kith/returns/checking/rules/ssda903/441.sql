-- How a child took part in a review (PN1 to PN7) is said only from the fourth birthday.
-- severity: error
-- flags: Reviews
-- columns: DOB, REVIEW, REVIEW_CODE
-- needs: Reviews.DOB, Reviews.REVIEW, Reviews.REVIEW_CODE
-- mend: Use PN0 for a child under 4, or correct the date of birth or of the review.
SELECT row FROM Reviews
WHERE REVIEW_CODE IN ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7') AND REVIEW < birthday(DOB, 4)

/* cases
fires: the day before the fourth birthday
    Reviews  | CHILD | DOB        | REVIEW     | REVIEW_CODE
             | 1     | 02/05/2022 | 01/05/2026 | PN1
             | 2     | 02/05/2022 | 01/05/2025 | PN7
    flags    | 1 | 2
passes: on it and after it, PN0, and blanks
    Reviews  | CHILD | DOB        | REVIEW     | REVIEW_CODE
             | 1     | 02/05/2022 | 02/05/2026 | PN1
             | 2     | 02/05/2022 | 03/05/2026 | PN4
             | 3     | 02/05/2022 | 01/05/2026 | PN0
             | 4     |            | 01/05/2026 | PN1
             | 5     | 02/05/2022 |            | PN1
             | 6     | 02/05/2022 | 01/05/2026 |
fires: born on 29 February
    Reviews  | CHILD | DOB        | REVIEW     | REVIEW_CODE
             | 1     | 29/02/2020 | 28/02/2024 | PN2
             | 2     | 29/02/2020 | 29/02/2024 | PN2
    flags    | 1
*/

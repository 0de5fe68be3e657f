-- A review is coded as that of a child under 4 (PN0) only before the fourth birthday.
-- severity: error
-- flags: Reviews
-- columns: DOB, REVIEW, REVIEW_CODE
-- needs: Reviews.DOB, Reviews.REVIEW, Reviews.REVIEW_CODE
-- mend: Say how the child took part (PN1 to PN7), or correct the date of birth or of the review.
SELECT row FROM Reviews WHERE REVIEW_CODE = 'PN0' AND REVIEW >= birthday(DOB, 4)

/* cases
fires: on the fourth birthday and after it
    Reviews  | CHILD | DOB        | REVIEW     | REVIEW_CODE
             | 1     | 02/05/2022 | 02/05/2026 | PN0
             | 2     | 02/05/2022 | 03/05/2026 | PN0
    flags    | 1 | 2
passes: the day before it, other codes, and blanks
    Reviews  | CHILD | DOB        | REVIEW     | REVIEW_CODE
             | 1     | 02/05/2022 | 01/05/2026 | PN0
             | 2     | 02/05/2022 | 02/05/2026 | PN1
             | 3     |            | 02/05/2026 | PN0
             | 4     | 02/05/2022 |            | PN0
             | 5     | 02/05/2022 | 02/05/2026 |
fires: born on 29 February
    Reviews  | CHILD | DOB        | REVIEW     | REVIEW_CODE
             | 1     | 29/02/2020 | 28/02/2024 | PN0
             | 2     | 29/02/2020 | 29/02/2024 | PN0
    flags    | 2
*/

-- Nothing on health checks for the under-fives is said of a child who is 5 or over at the end of the year.
-- severity: error
-- flags: OC2
-- columns: DOB, HEALTH_CHECK
-- needs: OC2.DOB, OC2.HEALTH_CHECK
-- mend: Leave it blank, or correct the date of birth.
SELECT row FROM OC2 WHERE HEALTH_CHECK IS NOT NULL AND birthday(DOB, 5) <= ye()

/* cases
fires: 5 on the last day, and older
    OC2      | CHILD | DOB        | HEALTH_CHECK
             | 1     | 31/03/2022 | 0
             | 2     | 29/02/2020 | 1
    flags    | 1 | 2
passes: 5 on the day after the year, younger, and blanks
    OC2      | CHILD | DOB        | HEALTH_CHECK
             | 1     | 01/04/2022 | 0
             | 2     | 01/06/2024 | 1
             | 3     | 31/03/2022 |
             | 4     |            | 0
*/

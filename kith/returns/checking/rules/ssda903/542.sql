-- Nothing on convictions is said of a child who is under 10 at the end of the year.
-- severity: error
-- flags: OC2
-- columns: DOB, CONVICTED
-- needs: OC2.DOB, OC2.CONVICTED
-- mend: Leave it blank, or correct the date of birth.
SELECT row FROM OC2 WHERE CONVICTED IS NOT NULL AND birthday(DOB, 10) > ye()

/* cases
fires: 10 on the day after the year, and younger
    OC2      | CHILD | DOB        | CONVICTED
             | 1     | 01/04/2017 | 0
             | 2     | 01/06/2020 | 1
    flags    | 1 | 2
passes: 10 on the last day, older, and blanks
    OC2      | CHILD | DOB        | CONVICTED
             | 1     | 31/03/2017 | 0
             | 2     | 29/02/2016 | 1
             | 3     | 01/04/2017 |
             | 4     |            | 0
*/

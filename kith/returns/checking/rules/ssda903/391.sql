-- Answers as a care leaver (OC3) are for those of 17 or over on the last day of the year.
-- severity: error
-- flags: OC3
-- columns: DOB, IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH | OC3.ACTIV | OC3.ACCOM
-- needs: OC3.DOB
-- mend: Take the answers out, or correct the date of birth.
SELECT row FROM OC3 WHERE birthday(DOB, 17) > ye() AND coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL

/* cases
fires: seventeen the day after
    OC3   | CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM
          | 1     | 01/04/2010 | YES      |       |
          | 2     | 01/04/2010 |          | 0     |
          | 3     | 01/04/2010 |          |       | B1
    flags | 1 | 2 | 3
passes: seventeen on the last day, no answers, or a day not known
    OC3   | CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM
          | 1     | 31/03/2010 | YES      | F1    | B1
          | 2     | 01/04/2010 |          |       |
          | 3     |            | YES      | F1    | B1
          | 4     | 29/02/2008 | YES      | F1    | B1
*/

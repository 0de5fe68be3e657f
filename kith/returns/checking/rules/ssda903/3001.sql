-- A care leaver whose answers are about the year of the 17th birthday does not live with a former foster carer
-- (ACCOM Z1, Z2), which is for those of 18 and over.
-- severity: error
-- flags: OC3
-- columns: ACCOM, DOB
-- needs: OC3.ACCOM, OC3.DOB
-- mend: Give where the young person lived at 17, or correct the date of birth.
SELECT row FROM OC3 WHERE ACCOM IN ('Z1', 'Z2') AND birthday(DOB, 17) BETWEEN ys() AND ye()

/* cases
fires: seventeen on the first and the last day of the year
    OC3   | CHILD | DOB        | ACCOM
          | 1     | 01/04/2009 | Z1
          | 2     | 31/03/2010 | Z2
    flags | 1 | 2
passes: seventeen the day before or the day after, another accommodation, or blanks
    OC3   | CHILD | DOB        | ACCOM
          | 1     | 31/03/2009 | Z1
          | 2     | 01/04/2010 | Z2
          | 3     | 01/06/2009 | U1
          | 4     |            | Z1
          | 5     | 01/06/2009 |
*/

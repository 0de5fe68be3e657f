-- A care leaver who lives in a foyer (ACCOM T1, T2) was 18 or over on the first day of the year.
-- severity: error
-- flags: OC3
-- columns: ACCOM, DOB
-- needs: OC3.ACCOM, OC3.DOB
-- mend: Check the accommodation and the date of birth.
SELECT row FROM OC3 WHERE ACCOM IN ('T1', 'T2') AND birthday(DOB, 18) > ys()

/* cases
fires: eighteen the day after
    OC3   | CHILD | DOB        | ACCOM
          | 1     | 02/04/2008 | T1
          | 2     | 01/06/2009 | T2
    flags | 1 | 2
passes: eighteen on that day, before it, other accommodation, or blanks
    OC3   | CHILD | DOB        | ACCOM
          | 1     | 01/04/2008 | T1
          | 2     | 29/02/2008 | T2
          | 3     | 02/04/2008 | U1
          | 4     |            | T1
          | 5     | 02/04/2008 |
*/

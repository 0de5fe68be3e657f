-- An unborn child is expected between 30 days before the last day of the year and 9 months after it.
-- severity: query
-- flags: ChildIdentifiers
-- columns: ExpectedPersonBirthDate, PersonBirthDate
-- needs: ChildIdentifiers.ExpectedPersonBirthDate
-- mend: Check the expected date, and give the date of birth where the child has been born.
SELECT row FROM ChildIdentifiers
WHERE ExpectedPersonBirthDate NOT BETWEEN ye() - 30 AND ye() + INTERVAL 9 MONTH

/* cases
fires: 31 days before, and a day more than 9 months after
    ChildIdentifiers | LAchildID | ExpectedPersonBirthDate
                     | C1        | 28/02/2027
                     | C2        | 01/01/2028
    flags            | 1 | 2
passes: 30 days before, 9 months after, between them, and none given
    ChildIdentifiers | LAchildID | ExpectedPersonBirthDate
                     | C1        | 01/03/2027
                     | C2        | 31/12/2027
                     | C3        | 05/08/2027
                     | C4        |
*/

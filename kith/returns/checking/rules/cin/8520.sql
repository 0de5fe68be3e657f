-- A child is born by the last day of the year; one who is not is given an expected day of birth instead.
-- severity: error
-- flags: ChildIdentifiers
-- columns: PersonBirthDate, ExpectedPersonBirthDate
-- needs: ChildIdentifiers.PersonBirthDate
-- mend: Check the date of birth; of a child born after the year, give the expected date instead.
SELECT row FROM ChildIdentifiers WHERE PersonBirthDate > ye()

/* cases
fires: the day after the year
    ChildIdentifiers | LAchildID | PersonBirthDate
                     | C1        | 01/04/2027
    flags            | 1
passes: its last day, before it, and where it is not known
    ChildIdentifiers | LAchildID | PersonBirthDate
                     | C1        | 31/03/2027
                     | C2        | 29/02/2012
                     | C3        |
*/

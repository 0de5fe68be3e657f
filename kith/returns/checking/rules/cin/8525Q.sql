-- A child has either a date of birth or an expected date of birth, and not both.
-- severity: query
-- flags: ChildIdentifiers
-- columns: PersonBirthDate, ExpectedPersonBirthDate
-- needs: ChildIdentifiers.PersonBirthDate, ChildIdentifiers.ExpectedPersonBirthDate
-- mend: Give the date of birth; give the expected date of a child not yet born alone.
SELECT row FROM ChildIdentifiers
WHERE (PersonBirthDate_text IS NULL) = (ExpectedPersonBirthDate_text IS NULL)

/* cases
fires: both, and neither
    ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate
                     | C1        | 05/05/2026      | 06/05/2026
                     | C2        |                 |
    flags            | 1 | 2
passes: one of the two
    ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate
                     | C1        | 05/05/2026      |
                     | C2        |                 | 05/05/2027
*/

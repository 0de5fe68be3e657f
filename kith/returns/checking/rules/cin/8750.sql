-- The sex of a child who is not yet born (only the expected day of birth is given) is told as unknown, U.
-- severity: error
-- flags: ChildIdentifiers
-- columns: Sex, PersonBirthDate, ExpectedPersonBirthDate
-- needs: ChildIdentifiers.Sex, ChildIdentifiers.PersonBirthDate, ChildIdentifiers.ExpectedPersonBirthDate
-- mend: Put U until the child is born, or give the day of birth.
SELECT row FROM ChildIdentifiers
WHERE PersonBirthDate_text IS NULL AND ExpectedPersonBirthDate_text IS NOT NULL AND Sex <> 'U'

/* cases
fires: another sex for a child not yet born
    ChildIdentifiers | LAchildID | Sex | PersonBirthDate | ExpectedPersonBirthDate
                     | A1        | F   |                 | 01/06/2027
    flags            | 1
passes: unknown, born, without either day, and without a sex
    ChildIdentifiers | LAchildID | Sex | PersonBirthDate | ExpectedPersonBirthDate
                     | A1        | U   |                 | 01/06/2027
                     | A2        | M   | 01/06/2026      |
                     | A3        | M   | 01/06/2026      | 03/06/2026
                     | A4        | M   |                 |
                     | A5        |     |                 | 01/06/2027
*/

-- A child does not die before the day of birth.
-- severity: query
-- flags: ChildIdentifiers
-- columns: PersonBirthDate, PersonDeathDate
-- needs: ChildIdentifiers.PersonBirthDate, ChildIdentifiers.PersonDeathDate
-- mend: Check both dates.
SELECT row FROM ChildIdentifiers WHERE PersonDeathDate < PersonBirthDate

/* cases
fires: the day before
    ChildIdentifiers | LAchildID | PersonBirthDate | PersonDeathDate
                     | C1        | 05/05/2026      | 04/05/2026
    flags            | 1
passes: on the day, after it, and where one is not known
    ChildIdentifiers | LAchildID | PersonBirthDate | PersonDeathDate
                     | C1        | 05/05/2026      | 05/05/2026
                     | C2        | 05/05/2026      | 06/05/2026
                     | C3        | 05/05/2026      |
                     | C4        |                 | 04/05/2026
*/

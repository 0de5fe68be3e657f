-- A child who has died did so in the year of the census.
-- severity: query
-- flags: ChildIdentifiers
-- columns: PersonDeathDate
-- needs: ChildIdentifiers.PersonDeathDate
-- mend: Check the day the child died; leave the child out who died before the year.
SELECT row FROM ChildIdentifiers WHERE PersonDeathDate NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year, and the day after it
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 31/03/2026
                     | C2        | 01/04/2027
    flags            | 1 | 2
passes: its first day, its last, and none given
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 01/04/2026
                     | C2        | 31/03/2027
                     | C3        |
*/

-- Nobody’s episode is open after the day on which they turn 25.
-- severity: query
-- flags: ChildIdentifiers
-- columns: PersonBirthDate, CINclosureDate
-- needs: ChildIdentifiers.PersonBirthDate, CINdetails.CINclosureDate
-- mend: Check the day of birth, or close the episode.
SELECT row FROM ChildIdentifiers
WHERE EXISTS (
    SELECT 1 FROM CINdetails AS c
    WHERE c.LAchildID = ChildIdentifiers.LAchildID
      AND (c.CINclosureDate > birthday(ChildIdentifiers.PersonBirthDate, 25)
           OR c.CINclosureDate_text IS NULL AND birthday(ChildIdentifiers.PersonBirthDate, 25) < ye()))

/* cases
fires: closed the day after the birthday, and open at the end of the year
    ChildIdentifiers | LAchildID | PersonBirthDate
                     | A1        | 01/05/2001
                     | A2        | 30/03/2002
    CINdetails       | LAchildID | CINclosureDate
                     | A1        | 02/05/2026
                     | A2        |
    flags            | 1 | 2
passes: closed on the birthday, turned 25 on the last day, no day of birth, and a closing that cannot be read
    ChildIdentifiers | LAchildID | PersonBirthDate
                     | A1        | 01/05/2001
                     | A2        | 31/03/2002
                     | A3        |
                     | A4        | 01/05/2001
    CINdetails       | LAchildID | CINclosureDate
                     | A1        | 01/05/2026
                     | A2        |
                     | A3        |
                     | A4        | soon
passes: born on 29 February, who turned 25 on 1 March
    year             | 2025-26
    ChildIdentifiers | LAchildID | PersonBirthDate
                     | A1        | 29/02/2000
    CINdetails       | LAchildID | CINclosureDate
                     | A1        | 01/03/2025
*/

-- Of a child whose episode closed with death (RC2), the day of death is given.
-- severity: query
-- flags: CINdetails
-- columns: ReasonForClosure, CINclosureDate
-- needs: CINdetails.ReasonForClosure, ChildIdentifiers.PersonDeathDate
-- mend: Give the day the child died, or check why the episode closed.
SELECT row FROM CINdetails
WHERE ReasonForClosure = 'RC2'
    AND EXISTS (
        SELECT 1 FROM Children AS k WHERE k.LAchildID = CINdetails.LAchildID AND k.PersonDeathDate_text IS NULL)

/* cases
fires: no day is given
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        |
    CINdetails       | LAchildID | ReasonForClosure
                     | C1        | RC1
                     | C1        | RC2
    flags            | 2
passes: a day is given, or the episode closed otherwise or is open
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 05/05/2026
                     | C2        |
                     | C3        |
    CINdetails       | LAchildID | ReasonForClosure
                     | C1        | RC2
                     | C2        | RC7
                     | C3        |
*/

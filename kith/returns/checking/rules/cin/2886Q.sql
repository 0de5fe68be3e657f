-- In the whole authority, at most 2 children in 100 are of unknown sex without being expected to be born.
-- severity: query
-- flags: ChildIdentifiers
-- columns: Sex, ExpectedPersonBirthDate
-- needs: ChildIdentifiers.Sex, ChildIdentifiers.ExpectedPersonBirthDate
-- across: ChildIdentifiers
-- mend: Record the sex of these children where it is known, or the day that an unborn child is expected.
SELECT row FROM ChildIdentifiers
WHERE Sex = 'U' AND ExpectedPersonBirthDate_text IS NULL
    AND (SELECT count(*) FILTER (Sex = 'U' AND ExpectedPersonBirthDate_text IS NULL) > 0.02 * count(*)
        FROM ChildIdentifiers)

/* cases
fires: one in three
    ChildIdentifiers | LAchildID | Sex | ExpectedPersonBirthDate
                     | C1        | F   |
                     | C2        | U   |
                     | C3        | U   | 01/05/2027
    flags            | 2
passes: each of unknown sex is expected to be born
    ChildIdentifiers | LAchildID | Sex | ExpectedPersonBirthDate
                     | C1        | M   |
                     | C2        | U   | 01/05/2027
                     | C3        |     |
*/

-- Characters 5 to 12 of a unique pupil number are digits.
-- severity: error
-- flags: ChildIdentifiers
-- columns: UPN
-- needs: ChildIdentifiers.UPN
-- mend: Copy the pupil number again from the school or from the register of pupils.
SELECT row FROM ChildIdentifiers WHERE NOT regexp_full_match(substr(UPN, 5, 8), '[0-9]{8}')

/* cases
fires: a letter at either end or between, a space, and a number that is too short
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A201X23456789
                     | C2        | A2011234O6789
                     | C3        | A2011234567X9
                     | C4        | A201 23456789
                     | C5        | A20112345
    flags            | 1 | 2 | 3 | 4 | 5
passes: digits, whatever stands around them, and none given
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A201123456789
                     | C2        | AXXX12345678A
                     | C3        |
*/

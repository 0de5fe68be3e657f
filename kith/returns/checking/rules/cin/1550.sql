-- A unique pupil number ends with its thirteenth character: a digit, or a capital letter other than I, O and S.
-- severity: error
-- flags: ChildIdentifiers
-- columns: UPN
-- needs: ChildIdentifiers.UPN
-- mend: Copy the pupil number again from the school or from the register of pupils.
SELECT row FROM ChildIdentifiers WHERE NOT regexp_full_match(UPN, '.{12}[0-9A-HJ-NP-RT-Z]')

/* cases
fires: a letter that is not used, one in small, a sign, and too few or too many characters
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A20112345678I
                     | C2        | A20112345678O
                     | C3        | A20112345678S
                     | C4        | A20112345678a
                     | C5        | A20112345678-
                     | C6        | A20112345678
                     | C7        | A2011234567890
    flags            | 1 | 2 | 3 | 4 | 5 | 6 | 7
passes: a digit or a letter, whatever stands before it, and none given
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A201123456780
                     | C2        | A20112345678A
                     | C3        | A20112345678Z
                     | C4        | 1XXX12345X789
                     | C5        |
*/

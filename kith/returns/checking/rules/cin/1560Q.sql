-- A former pupil number has the layout of one: a letter, eleven digits, and a digit or a letter,
-- where no letter is I, O or S.
-- severity: query
-- flags: ChildIdentifiers
-- columns: FormerUPN, UPN
-- needs: ChildIdentifiers.FormerUPN
-- mend: Copy the former pupil number again, or leave it out where it is not known.
SELECT row FROM ChildIdentifiers
WHERE NOT regexp_full_match(FormerUPN, '[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]')

/* cases
fires: no letter first, a letter that is not used, a letter between, and too few or too many characters
    ChildIdentifiers | LAchildID | FormerUPN
                     | C1        | 1201123456789
                     | C2        | I201123456789
                     | C3        | A2011234X6789
                     | C4        | A20112345678S
                     | C5        | A20112345678
                     | C6        | A2011234567890
    flags            | 1 | 2 | 3 | 4 | 5 | 6
passes: of that layout, a temporary one, and none given
    ChildIdentifiers | LAchildID | FormerUPN
                     | C1        | A201123456789
                     | C2        | A20112345678B
                     | C3        |
*/

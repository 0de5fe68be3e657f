-- Characters 2 to 4 of a unique pupil number are the number of an education authority of England or Wales,
-- of today or of former years, or one kept for schools that stand outside any.
-- severity: error
-- flags: ChildIdentifiers
-- columns: UPN
-- needs: ChildIdentifiers.UPN
-- mend: Copy the pupil number again from the school or from the register of pupils.
SELECT row FROM ChildIdentifiers
WHERE UPN IS NOT NULL AND NOT regexp_full_match(substr(UPN, 2, 3),
    -- London, and the metropolitan districts.
    '20[1-9]|21[0-3]|30[1-9]|31[0-9]|320|33[0-6]|34[0-4]|35[0-9]|37[0-3]|38[0-4]|39[0-4]'
    -- Scilly, and the unitary authorities and counties, those that are no more among them (820, 875, 928).
    || '|420|80[0-35-8]|81[0-3568]|82[0-356]|83[015-9]|84[0156]|85[0-2567]|86[015-9]|87[0-9]|88[0-9]|89[0-6]'
    || '|90[89]|91[69]|92[15689]|93[135-8]|94[0-3]'
    -- Wales, and the numbers kept for the islands, the forces' schools and others.
    || '|66[0-9]|67[0-9]|68[01]|00[1-7]|70[1-8]')

/* cases
fires: numbers of no authority, too short a one, and letters
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A999123456789
                     | C2        | A000123456789
                     | C3        | A214123456789
                     | C4        | A20
                     | C5        | AABC123456789
    flags            | 1 | 2 | 3 | 4 | 5
passes: authorities of today
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A201123456789
                     | C2        | A330123456789
                     | C3        | A420123456789
                     | C4        | A839123456789
                     | C5        | A943123456789
passes: former ones, Wales, the kept ones, and none given
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A928123456789
                     | C2        | A681123456789
                     | C3        | A702123456789
                     | C4        |
*/

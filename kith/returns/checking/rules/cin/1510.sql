-- A unique pupil number begins with the check letter that its other twelve characters give.
-- severity: error
-- flags: ChildIdentifiers
-- columns: UPN
-- needs: ChildIdentifiers.UPN
-- mend: Copy the pupil number again from the school or from the register of pupils.
SELECT row FROM ChildIdentifiers
WHERE
    -- Where the other twelve are not as they should be, no letter follows from them: see rules 1530 to 1550.
    regexp_full_match(UPN, '.[0-9]{11}[0-9A-HJ-NP-RT-Z]')
    AND substr(UPN, 1, 1) <> substr(
        'ABCDEFGHJKLMNPQRTUVWXYZ',
        1 + CAST(list_sum([
            -- Each character counts as many times as its place; in the last place A is 0, B is 1, and so on.
            place * (coalesce(
                nullif(strpos('0123456789', substr(UPN, place, 1)), 0),
                strpos('ABCDEFGHJKLMNPQRTUVWXYZ', substr(UPN, place, 1))) - 1)
            FOR place IN range(2, 14)]) AS INTEGER) % 23,
        1)

/* cases
fires: another letter than the one that follows, and the right one in small
    ChildIdentifiers | LAchildID | UPN
                     | C1        | V201123420001
                     | C2        | u201123420001
                     | C3        | V20112342000B
    flags            | 1 | 2 | 3
passes: the right letter, also of a temporary number
    ChildIdentifiers | LAchildID | UPN
                     | C1        | U201123420001
                     | C2        | L330456721002
                     | C3        | U20112342000B
passes: none is given, or one from which no letter follows
    ChildIdentifiers | LAchildID | UPN
                     | C1        |
                     | C2        | A12345678901
                     | C3        | A20112345678I
                     | C4        | A2011234B6789
*/

-- A UPN is a letter (not I, O or S) with twelve digits, or with eleven digits and a letter; or one of UN1 to UN5.
-- severity: error
-- flags: Header
-- columns: UPN
-- needs: Header.UPN
-- mend: Copy the UPN from the school, or say why there is none by UN1 to UN5.
SELECT row FROM Header
WHERE NOT regexp_full_match(UPN, '[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]') AND NOT valid_upn_unknown(UPN)

/* cases
fires: a letter that is not used, too short, too long, a letter too many, small letters, no such reason
    Header   | CHILD | UPN
             | 1     | I123456789012
             | 2     | O123456789012
             | 3     | S123456789012
             | 4     | A12345678901
             | 5     | A1234567890123
             | 6     | A1234567890BC
             | 7     | a123456789012
             | 8     | UN6
             | 9     | 1234567890123
    flags    | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
passes: both shapes, a reason, and blank, which is another rule's matter
    Header   | CHILD | UPN
             | 1     | A123456789012
             | 2     | Z12345678901B
             | 3     | UN1
             | 4     | UN5
             | 5     |
*/

-- A child's unique pupil number stays as it was last year. Only where it was not known then (UN1 to UN5) may it
-- change.
-- severity: error
-- flags: Header
-- columns: UPN
-- needs: Header.UPN, Header_last.UPN
-- mend: Check the number with the school, and correct the year that is wrong.
SELECT row FROM Header WHERE EXISTS (
    SELECT 1 FROM Header_last AS before
    WHERE before.CHILD = Header.CHILD AND upper(before.UPN) <> upper(Header.UPN)
        AND NOT valid_upn_unknown(upper(before.UPN)))

/* cases
fires: another number, or no longer known
    Header      | CHILD | UPN
                | 1     | A123456789012
                | 2     | UN5
    Header_last | CHILD | UPN
                | 1     | B123456789012
                | 2     | A123456789012
    flags       | 1 | 2
passes: the same, not known last year, blank in either year, or new
    Header      | CHILD | UPN
                | 1     | A123456789012
                | 2     | A123456789012
                | 3     | UN3
                | 4     | UN5
                | 5     |
                | 6     | A123456789012
                | 7     | A123456789012
                | 8     | a123456789012
    Header_last | CHILD | UPN
                | 1     | A123456789012
                | 2     | UN1
                | 3     | UN1
                | 4     | UN4
                | 5     | A123456789012
                | 6     |
                | 8     | A123456789012
*/

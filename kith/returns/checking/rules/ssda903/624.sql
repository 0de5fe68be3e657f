-- The date of birth of a mother's child is the same as in last year's return.
-- severity: error
-- flags: Header
-- columns: MC_DOB
-- needs: Header.MC_DOB, Header_last.MC_DOB
-- mend: Check which year's date of birth of her child is right.
SELECT row FROM Header
WHERE EXISTS (
    SELECT 1 FROM Header_last AS before
    WHERE before.CHILD = Header.CHILD AND before.MC_DOB <> Header.MC_DOB)

/* cases
fires: another day
    Header_last | CHILD | MC_DOB
                | 1     | 01/05/2025
    Header      | CHILD | MC_DOB
                | 1     | 02/05/2025
    flags       | 1
passes: the same day
    Header_last | CHILD | MC_DOB
                | 1     | 01/05/2025
    Header      | CHILD | MC_DOB
                | 1     | 01/05/2025
passes: blank in either year, and not there last year
    Header_last | CHILD | MC_DOB
                | 1     |
                | 2     | 01/05/2025
    Header      | CHILD | MC_DOB
                | 1     | 02/05/2025
                | 2     |
                | 3     | 02/05/2025
*/

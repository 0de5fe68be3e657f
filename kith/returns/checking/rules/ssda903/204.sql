-- A child's ethnic group is the same as in last year's return.
-- severity: error
-- flags: Header
-- columns: ETHNIC
-- needs: Header.ETHNIC, Header_last.ETHNIC
-- mend: Check the ethnic group in both years, and correct the one that is wrong.
SELECT row FROM Header WHERE EXISTS (
    SELECT 1 FROM Header_last AS before WHERE before.CHILD = Header.CHILD AND before.ETHNIC <> Header.ETHNIC)

/* cases
fires: another group than last year
    Header      | CHILD | ETHNIC
                | 1     | WBRI
                | 2     | WIRI
    Header_last | CHILD | ETHNIC
                | 1     | WBRI
                | 2     | WBRI
    flags       | 2
passes: the same, blank in either year, or not in last year's return
    Header      | CHILD | ETHNIC
                | 1     | WBRI
                | 2     |
                | 3     | WIRI
                | 4     | WIRI
    Header_last | CHILD | ETHNIC
                | 1     | WBRI
                | 2     | WBRI
                | 3     |
*/

-- A child's sex is what it was in last year's return.
-- severity: error
-- flags: Header
-- columns: SEX
-- needs: Header.SEX, Header_last.SEX
-- mend: Check the child's sex, this year and last.
SELECT row FROM Header WHERE valid_sex(SEX)
AND EXISTS (SELECT 1 FROM Header_last AS before WHERE before.CHILD = Header.CHILD AND before.SEX <> Header.SEX)

/* cases
fires: another than last year
    Header      | CHILD | SEX
                | 1     | M
                | 2     | F
    Header_last | CHILD | SEX
                | 2     | U
                | 1     | F
    flags       | 1 | 2
passes: the same, not given in either, not there last year, and the codes of former years
    Header      | CHILD | SEX
                | 1     | M
                | 2     |
                | 3     | F
                | 4     | F
                | 5     | M
                | 6     | F
    Header_last | CHILD | SEX
                | 1     | M
                | 2     | M
                | 3     |
                | 5     | 1
                | 6     | 2
*/

-- Every child's sex is given: M, F or U.
-- severity: error
-- flags: Header
-- columns: SEX
-- needs: Header.SEX
-- mend: Give the child's sex as M, F or U.
SELECT row FROM Header WHERE SEX IS NULL OR NOT valid_sex(SEX)

/* cases
fires: what is not a code of this year, and none at all
    Header   | CHILD | SEX
             | 1     | 1
             | 2     | X
             | 3     |
    flags    | 1 | 2 | 3
passes: codes
    Header   | CHILD | SEX
             | 1     | M
             | 2     | F
             | 3     | U
*/

-- Whether the adopters were the child's foster carers, where it is given, is 0 or 1.
-- severity: error
-- flags: AD1
-- columns: FOSTER_CARE
-- needs: AD1.FOSTER_CARE
-- mend: Say 1 if the child's own foster carers adopted, 0 if not.
SELECT row FROM AD1 WHERE NOT valid_yesno(FOSTER_CARE)

/* cases
fires: what is not a code of this year
    AD1      | CHILD | FOSTER_CARE
             | 1     | 2
             | 2     | Y
    flags    | 1 | 2
passes: codes, and none given
    AD1      | CHILD | FOSTER_CARE
             | 1     | 0
             | 2     | 1
             | 3     |
*/

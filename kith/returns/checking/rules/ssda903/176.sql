-- The sex of the adopters, where it is given, is one of M1, F1, MM, FF and MF.
-- severity: error
-- flags: AD1
-- columns: SEX_ADOPTR
-- needs: AD1.SEX_ADOPTR
-- mend: Choose the sex of the adopters from M1, F1, MM, FF and MF.
SELECT row FROM AD1 WHERE NOT valid_sex_adoptr(SEX_ADOPTR)

/* cases
fires: what is not a code of this year
    AD1      | CHILD | SEX_ADOPTR
             | 1     | M
             | 2     | FM
    flags    | 1 | 2
passes: codes, and none given
    AD1      | CHILD | SEX_ADOPTR
             | 1     | M1
             | 2     | MF
             | 3     |
*/

-- Two adopters (NB_ADOPTR 2) have the sex of both given: MM, FF or MF.
-- severity: error
-- flags: AD1
-- columns: NB_ADOPTR, SEX_ADOPTR
-- needs: AD1.NB_ADOPTR, AD1.SEX_ADOPTR
-- mend: Check how many adopters there are, and their sex.
SELECT row FROM AD1 WHERE NB_ADOPTR = '2' AND SEX_ADOPTR NOT IN ('MM', 'FF', 'MF')

/* cases
fires: the sex of one alone
    AD1      | CHILD | NB_ADOPTR | SEX_ADOPTR
             | 1     | 2         | M1
             | 2     | 2         | F1
    flags    | 1 | 2
passes: of both, a single adopter, and blanks
    AD1      | CHILD | NB_ADOPTR | SEX_ADOPTR
             | 1     | 2         | MM
             | 2     | 2         | FF
             | 3     | 2         | MF
             | 4     | 1         | F1
             | 5     | 2         |
             | 6     |           | M1
*/

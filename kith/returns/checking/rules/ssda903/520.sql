-- A married couple of different gender (L11) is one man and one woman (MF).
-- severity: error
-- flags: AD1
-- columns: LS_ADOPTR, SEX_ADOPTR
-- needs: AD1.LS_ADOPTR, AD1.SEX_ADOPTR
-- mend: Check the adopters' legal status and their sex.
SELECT row FROM AD1 WHERE LS_ADOPTR = 'L11' AND SEX_ADOPTR <> 'MF'

/* cases
fires: any other
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR
             | 1     | L11       | MM
             | 2     | L11       | FF
             | 3     | L11       | M1
             | 4     | L11       | F1
    flags    | 1 | 2 | 3 | 4
passes: as they are, another legal status, and blanks
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR
             | 1     | L11       | MF
             | 2     | L0        | MM
             | 3     | L11       |
             | 4     |           | MM
*/

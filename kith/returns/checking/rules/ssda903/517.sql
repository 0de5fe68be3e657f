-- An unmarried couple of different gender (L3) is one man and one woman (MF).
-- severity: error
-- flags: AD1
-- columns: LS_ADOPTR, SEX_ADOPTR
-- needs: AD1.LS_ADOPTR, AD1.SEX_ADOPTR
-- mend: Check the adopters' legal status and their sex.
SELECT row FROM AD1 WHERE LS_ADOPTR = 'L3' AND SEX_ADOPTR <> 'MF'

/* cases
fires: any other
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR
             | 1     | L3        | MM
             | 2     | L3        | FF
             | 3     | L3        | M1
             | 4     | L3        | F1
    flags    | 1 | 2 | 3 | 4
passes: as they are, another legal status, and blanks
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR
             | 1     | L3        | MF
             | 2     | L0        | MM
             | 3     | L3        |
             | 4     |           | MM
*/

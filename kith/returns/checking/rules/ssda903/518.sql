-- An unmarried couple of the same gender (L4) is two men or two women (MM or FF).
-- severity: error
-- flags: AD1
-- columns: LS_ADOPTR, SEX_ADOPTR
-- needs: AD1.LS_ADOPTR, AD1.SEX_ADOPTR
-- mend: Check the adopters' legal status and their sex.
SELECT row FROM AD1 WHERE LS_ADOPTR = 'L4' AND SEX_ADOPTR NOT IN ('MM', 'FF')

/* cases
fires: any other
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR
             | 1     | L4        | MF
             | 2     | L4        | M1
             | 3     | L4        | F1
    flags    | 1 | 2 | 3
passes: as they are, another legal status, and blanks
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR
             | 1     | L4        | MM
             | 2     | L4        | FF
             | 3     | L0        | MF
             | 4     | L4        |
             | 5     |           | MF
*/

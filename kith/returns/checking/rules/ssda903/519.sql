-- A couple in a civil partnership (L2) is two people (MF, MM or FF).
-- severity: error
-- flags: AD1
-- columns: LS_ADOPTR, SEX_ADOPTR
-- needs: AD1.LS_ADOPTR, AD1.SEX_ADOPTR
-- mend: Check the adopters' legal status and their sex.
SELECT row FROM AD1 WHERE LS_ADOPTR = 'L2' AND SEX_ADOPTR NOT IN ('MF', 'MM', 'FF')

/* cases
fires: any other
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR
             | 1     | L2        | M1
             | 2     | L2        | F1
    flags    | 1 | 2
passes: as they are, another legal status, and blanks
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR
             | 1     | L2        | MF
             | 2     | L2        | MM
             | 3     | L2        | FF
             | 4     | L0        | M1
             | 5     | L2        |
             | 6     |           | M1
*/

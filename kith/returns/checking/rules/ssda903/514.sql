-- An adopter whose legal status is single (L0) is one man or one woman (M1 or F1), and one adopter.
-- severity: error
-- flags: AD1
-- columns: LS_ADOPTR, SEX_ADOPTR, NB_ADOPTR
-- needs: AD1.LS_ADOPTR, AD1.SEX_ADOPTR
-- mend: Check how many adopters there are, their sex and their legal status.
SELECT row FROM AD1 WHERE LS_ADOPTR = 'L0' AND (SEX_ADOPTR NOT IN ('M1', 'F1') OR NB_ADOPTR <> '1')

/* cases
fires: a couple
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR | NB_ADOPTR
             | 1     | L0        | MF         | 2
             | 2     | L0        | MM         |
             | 3     | L0        | M1         | 2
             | 4     | L0        |            | 2
    flags    | 1 | 2 | 3 | 4
passes: a single adopter, a couple of another legal status, and blanks
    AD1      | CHILD | LS_ADOPTR | SEX_ADOPTR | NB_ADOPTR
             | 1     | L0        | M1         | 1
             | 2     | L0        | F1         |
             | 3     | L0        |            |
             | 4     | L2        | MF         | 2
             | 5     |           | MF         | 2
*/

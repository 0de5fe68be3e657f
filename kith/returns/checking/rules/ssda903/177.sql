-- The legal status of the adopters, where it is given, is one of L0, L11, L12, L2, L3 and L4.
-- severity: error
-- flags: AD1
-- columns: LS_ADOPTR
-- needs: AD1.LS_ADOPTR
-- mend: Choose the legal status of the adopters from L0, L11, L12, L2, L3 and L4.
SELECT row FROM AD1 WHERE NOT valid_ls_adoptr(LS_ADOPTR)

/* cases
fires: what is not a code of this year
    AD1      | CHILD | LS_ADOPTR
             | 1     | L1
             | 2     | L5
    flags    | 1 | 2
passes: codes, and none given
    AD1      | CHILD | LS_ADOPTR
             | 1     | L0
             | 2     | L12
             | 3     |
*/

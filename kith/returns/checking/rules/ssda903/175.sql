-- The number of adopters, where it is given, is 1 or 2.
-- severity: error
-- flags: AD1
-- columns: NB_ADOPTR
-- needs: AD1.NB_ADOPTR
-- mend: Say whether one person adopted (1) or a couple (2).
SELECT row FROM AD1 WHERE NOT valid_nb_adoptr(NB_ADOPTR)

/* cases
fires: what is not a code of this year
    AD1      | CHILD | NB_ADOPTR
             | 1     | 0
             | 2     | 3
    flags    | 1 | 2
passes: codes, and none given
    AD1      | CHILD | NB_ADOPTR
             | 1     | 1
             | 2     | 2
             | 3     |
*/

-- A previous permanence option is one of the codes (P1 to P4, or Z1).
-- severity: error
-- flags: PrevPerm
-- columns: PREV_PERM
-- needs: PrevPerm.PREV_PERM
-- mend: Choose one of the codes P1 to P4, or Z1 if there was no previous permanence option.
SELECT row FROM PrevPerm WHERE NOT valid_prev_perm(PREV_PERM)

/* cases
fires: no such code
    PrevPerm | CHILD | PREV_PERM
             | 1     | P5
             | 2     | p1
             | 3     | Z
    flags    | 1 | 2 | 3
passes: a code, and blank
    PrevPerm | CHILD | PREV_PERM
             | 1     | P1
             | 2     | P2
             | 3     | P3
             | 4     | P4
             | 5     | Z1
             | 6     |
*/

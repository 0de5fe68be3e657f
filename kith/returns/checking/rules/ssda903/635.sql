-- Where there was no previous permanence option (Z1), its authority and day are blank.
-- severity: error
-- flags: PrevPerm
-- columns: PREV_PERM, LA_PERM, DATE_PERM
-- needs: PrevPerm.PREV_PERM, PrevPerm.LA_PERM, PrevPerm.DATE_PERM
-- mend: Clear the authority and the day, or choose the option that there was.
SELECT row FROM PrevPerm WHERE PREV_PERM = 'Z1' AND (LA_PERM IS NOT NULL OR DATE_PERM IS NOT NULL)

/* cases
fires: either is given
    PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
             | 1     | Z1        | 330     |
             | 2     | Z1        |         | zz/zz/zzzz
    flags    | 1 | 2
passes: neither, another option, and blank
    PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
             | 1     | Z1        |         |
             | 2     | P1        | 330     | zz/zz/2020
             | 3     |           | 330     | zz/zz/2020
*/

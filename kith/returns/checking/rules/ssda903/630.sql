-- A child who started to be looked after in the year has a previous permanence option, and its day and authority
-- unless there was none (Z1).
-- severity: error
-- flags: PrevPerm
-- columns: PREV_PERM, LA_PERM, DATE_PERM
-- needs: Episodes.RNE, Episodes.DECOM, PrevPerm.PREV_PERM, PrevPerm.LA_PERM, PrevPerm.DATE_PERM
-- mend: Give the previous permanence option (Z1 if there was none) with its day and authority.
SELECT PrevPerm.row AS row, starting.CHILD AS child
FROM (
    SELECT DISTINCT CHILD FROM Episodes
    WHERE RNE = 'S' AND DECOM BETWEEN ys() AND ye() AND CHILD IS NOT NULL) AS starting
LEFT JOIN PrevPerm ON PrevPerm.CHILD = starting.CHILD
WHERE PREV_PERM IS NULL OR (PREV_PERM <> 'Z1' AND (LA_PERM IS NULL OR DATE_PERM IS NULL))

/* cases
fires: no row, or no option in it, for a start on the first day and on the last
    Episodes | CHILD | DECOM      | RNE
             | 1     | 01/04/2026 | S
             | 2     | 31/03/2027 | S
    PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
             | 2     |           | 330     | zz/zz/2020
    flags    | 1 | child 1
fires: no authority, or no day
    Episodes | CHILD | DECOM      | RNE
             | 1     | 01/05/2026 | S
             | 2     | 01/05/2026 | S
    PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
             | 1     | P1        |         | zz/zz/2020
             | 2     | P2        | 330     |
    flags    | 1 | 2
passes: there was none, or all is given
    Episodes | CHILD | DECOM      | RNE
             | 1     | 01/05/2026 | S
             | 2     | 01/05/2026 | S
    PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
             | 1     | Z1        |         |
             | 2     | P2        | 330     | zz/zz/zzzz
passes: started the day before the year or after it, or did not start
    Episodes | CHILD | DECOM      | RNE
             | 1     | 31/03/2026 | S
             | 2     | 01/04/2027 | S
             | 3     | 01/05/2026 | P
             | 4     |            | S
    PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
             | 1     | P1        |         |
*/

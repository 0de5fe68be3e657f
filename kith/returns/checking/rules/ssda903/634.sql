-- A previous permanence option is given only for a child with an episode that began on 1 April 2016 or later.
-- severity: error
-- flags: PrevPerm
-- columns: PREV_PERM, LA_PERM, DATE_PERM
-- needs: PrevPerm.PREV_PERM, PrevPerm.LA_PERM, PrevPerm.DATE_PERM, Episodes.DECOM
-- mend: Clear the previous permanence option, or check the days on which the child's episodes began.
SELECT row FROM PrevPerm
WHERE coalesce(PREV_PERM, LA_PERM, DATE_PERM) IS NOT NULL AND CHILD IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM Episodes AS e WHERE e.CHILD = PrevPerm.CHILD AND e.DECOM >= DATE '2016-04-01')

/* cases
fires: began the day before, or without episodes
    Episodes | CHILD | DECOM
             | 1     | 31/03/2016
    PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
             | 1     | P1        |         |
             | 2     |           | 330     |
             | 3     |           |         | zz/zz/2010
    flags    | 1 | 2 | 3
passes: one began on the day, or nothing is given
    Episodes | CHILD | DECOM
             | 1     | 31/03/2016
             | 1     | 01/04/2016
    PrevPerm | CHILD | PREV_PERM | LA_PERM | DATE_PERM
             | 1     | P1        | 330     | zz/zz/2010
             | 2     |           |         |
             |       | P1        |         |
*/

-- The short breaks of a child in one year are all of one kind: V3 or V4.
-- severity: error
-- flags: Episodes
-- columns: LS
-- needs: Episodes.LS
-- mend: Use one of the two throughout.
SELECT row FROM Episodes
WHERE short_break AND CHILD IN (
    SELECT CHILD FROM Episodes WHERE short_break GROUP BY CHILD HAVING count(DISTINCT LS) = 2)

/* cases
fires: both kinds, every one of them
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | V3
             | 1     | 01/05/2026 | V4
             | 1     | 01/06/2026 | V3
             | 1     | 01/07/2026 | C2
    flags    | 1 | 2 | 3
passes: one kind alone, and another child's
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | V3
             | 1     | 01/05/2026 | V3
             | 1     | 01/07/2026 | C2
             | 1     | 01/08/2026 |
             | 2     | 01/05/2026 | V4
*/

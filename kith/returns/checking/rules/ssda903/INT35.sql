-- A child has one row in the file of previous permanence (PrevPerm).
-- severity: error
-- flags: PrevPerm
-- columns: CHILD
-- needs: PrevPerm.CHILD
-- mend: Keep the right one of the child's rows, or correct the child's id.
SELECT row FROM PrevPerm WHERE CHILD IN (SELECT CHILD FROM PrevPerm GROUP BY CHILD HAVING count(*) > 1)

/* cases
fires: two rows, and both are named
    PrevPerm | CHILD
             | 1
             | 2
             | 1
    flags    | 1 | 3
passes: one row, and blanks
    PrevPerm | CHILD
             | 1
             | 2
             |
             |
*/

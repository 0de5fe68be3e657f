-- A child has one row in the adoption file (AD1).
-- severity: error
-- flags: AD1
-- columns: CHILD
-- needs: AD1.CHILD
-- mend: Keep the right one of the child's rows, or correct the child's id.
SELECT row FROM AD1 WHERE CHILD IN (SELECT CHILD FROM AD1 GROUP BY CHILD HAVING count(*) > 1)

/* cases
fires: two rows, and both are named
    AD1   | CHILD
          | 1
          | 2
          | 1
    flags | 1 | 3
passes: one row, and blanks
    AD1 | CHILD
        | 1
        | 2
        |
        |
*/

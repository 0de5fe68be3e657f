-- A child has one row in the file of health and offending (OC2).
-- severity: error
-- flags: OC2
-- columns: CHILD
-- needs: OC2.CHILD
-- mend: Keep the right one of the child's rows, or correct the child's id.
SELECT row FROM OC2 WHERE CHILD IN (SELECT CHILD FROM OC2 GROUP BY CHILD HAVING count(*) > 1)

/* cases
fires: two rows, and both are named
    OC2   | CHILD
          | 1
          | 2
          | 1
    flags | 1 | 3
passes: one row, and blanks
    OC2 | CHILD
        | 1
        | 2
        |
        |
*/

-- A child has one row in the file of care leavers (OC3).
-- severity: error
-- flags: OC3
-- columns: CHILD
-- needs: OC3.CHILD
-- mend: Keep the right one of the child's rows, or correct the child's id.
SELECT row FROM OC3 WHERE CHILD IN (SELECT CHILD FROM OC3 GROUP BY CHILD HAVING count(*) > 1)

/* cases
fires: two rows, and both are named
    OC3   | CHILD
          | 1
          | 2
          | 1
    flags | 1 | 3
passes: one row, and blanks
    OC3 | CHILD
        | 1
        | 2
        |
        |
*/

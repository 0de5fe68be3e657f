-- A child has one row in the file of unaccompanied asylum seekers (UASC).
-- severity: error
-- flags: UASC
-- columns: CHILD
-- needs: UASC.CHILD
-- mend: Keep the right one of the child's rows, or correct the child's id.
SELECT row FROM UASC WHERE CHILD IN (SELECT CHILD FROM UASC GROUP BY CHILD HAVING count(*) > 1)

/* cases
fires: two rows, and both are named
    UASC  | CHILD
          | 1
          | 2
          | 1
    flags | 1 | 3
passes: one row, and blanks
    UASC | CHILD
         | 1
         | 2
         |
         |
*/

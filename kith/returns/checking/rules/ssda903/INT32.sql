-- A child has one row in the header file.
-- severity: error
-- flags: Header
-- columns: CHILD
-- needs: Header.CHILD
-- mend: Keep the right one of the child's rows, or correct the child's id.
SELECT row FROM Header WHERE CHILD IN (SELECT CHILD FROM Header GROUP BY CHILD HAVING count(*) > 1)

/* cases
fires: two rows, and both are named
    Header | CHILD
           | 1
           | 2
           | 1
    flags  | 1 | 3
passes: one row, and blanks
    Header | CHILD
           | 1
           | 2
           |
           |
*/

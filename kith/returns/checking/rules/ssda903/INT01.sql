-- A child in the adoption file (AD1) is in the header file too.
-- severity: error
-- flags: AD1
-- columns: CHILD
-- needs: Header.CHILD
-- mend: Add the child to the header file, or correct the child's id.
SELECT row FROM AD1 WHERE CHILD IN (SELECT child FROM Children WHERE header_row IS NULL)

/* cases
fires: not there
    Header | CHILD
           | 1
           |
    AD1    | CHILD
           | 1
           | 2
           | 2
    flags  | 2 | 3
passes: there, and blank
    Header | CHILD
           | 1
           | 2
    AD1    | CHILD
           | 1
           |
*/

-- A child in the file of health and offending (OC2) is in the header file too.
-- severity: error
-- flags: OC2
-- columns: CHILD
-- needs: Header.CHILD
-- mend: Add the child to the header file, or correct the child's id.
SELECT row FROM OC2 WHERE CHILD IN (SELECT child FROM Children WHERE header_row IS NULL)

/* cases
fires: not there
    Header | CHILD
           | 1
           |
    OC2    | CHILD
           | 1
           | 2
           | 2
    flags  | 2 | 3
passes: there, and blank
    Header | CHILD
           | 1
           | 2
    OC2    | CHILD
           | 1
           |
*/

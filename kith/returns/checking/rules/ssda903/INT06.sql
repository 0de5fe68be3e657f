-- A child in the file of care leavers (OC3) is in the header file too.
-- severity: error
-- flags: OC3
-- columns: CHILD
-- needs: Header.CHILD
-- mend: Add the child to the header file, or correct the child's id.
SELECT row FROM OC3 WHERE CHILD IN (SELECT child FROM Children WHERE header_row IS NULL)

/* cases
fires: not there
    Header | CHILD
           | 1
           |
    OC3    | CHILD
           | 1
           | 2
           | 2
    flags  | 2 | 3
passes: there, and blank
    Header | CHILD
           | 1
           | 2
    OC3    | CHILD
           | 1
           |
*/

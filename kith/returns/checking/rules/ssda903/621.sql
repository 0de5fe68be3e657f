-- A mother's child was born after she was.
-- severity: error
-- flags: Header
-- columns: DOB, MC_DOB
-- needs: Header.DOB, Header.MC_DOB
-- mend: Check both dates of birth: the child's own and that of her child.
SELECT row FROM Header WHERE MC_DOB <= DOB

/* cases
fires: the same day, and before
    Header | CHILD | DOB        | MC_DOB
           | 1     | 10/06/2010 | 10/06/2010
           | 2     | 10/06/2010 | 09/06/2010
    flags  | 1 | 2
passes: after, and blanks
    Header | CHILD | DOB        | MC_DOB
           | 1     | 10/06/2010 | 11/06/2010
           | 2     | 10/06/2010 |
           | 3     |            | 11/06/2010
*/

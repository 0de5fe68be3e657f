-- Every episode has the child's main need, one of N1 to N8.
-- severity: error
-- flags: Episodes
-- columns: CIN
-- needs: Episodes.CIN
-- mend: Choose the child's main need from N1 to N8.
SELECT row FROM Episodes WHERE CIN IS NULL OR NOT valid_cin(CIN)

/* cases
fires: what is not a code of this year, and none at all
    Episodes | CHILD | CIN
             | 1     | N9
             | 2     | N0
             | 3     |
    flags    | 1 | 2 | 3
passes: codes
    Episodes | CHILD | CIN
             | 1     | N1
             | 2     | N8
*/

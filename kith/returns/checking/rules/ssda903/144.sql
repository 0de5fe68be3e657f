-- Every episode has the child's legal status, by one of the codes of the return.
-- severity: error
-- flags: Episodes
-- columns: LS
-- needs: Episodes.LS
-- mend: Choose the child's legal status from the codes of the return.
SELECT row FROM Episodes WHERE LS IS NULL OR NOT valid_ls(LS)

/* cases
fires: what is not a code of this year, and none at all
    Episodes | CHILD | LS
             | 1     | V1
             | 2     | C3
             | 3     |
    flags    | 1 | 2 | 3
passes: codes
    Episodes | CHILD | LS
             | 1     | C1
             | 2     | V4
*/

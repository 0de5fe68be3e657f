-- Every episode has the kind of placement, by one of the codes of that year.
-- severity: error
-- flags: Episodes
-- columns: PLACE
-- needs: Episodes.PLACE
-- mend: Choose the kind of placement from the codes of this year.
SELECT row FROM Episodes WHERE PLACE IS NULL OR NOT valid_place(PLACE)

/* cases
fires: no code, one of former years, and none at all
    Episodes | CHILD | PLACE
             | 1     | X1
             | 2     | Z1
             | 3     | H5
             | 4     | P2
             | 5     |
    flags    | 1 | 2 | 3 | 4 | 5
passes: codes of this year
    Episodes | CHILD | PLACE
             | 1     | U4
             | 2     | K3
             | 3     | Z11
             | 4     | T0
fires: semi-independent living, which supported accommodation replaced
    year     | 2025-26
    Episodes | CHILD | PLACE
             | 1     | H5
             | 2     | K3
    flags    | 1
*/

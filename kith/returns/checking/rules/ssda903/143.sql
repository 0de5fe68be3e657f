-- Every episode has the reason that it began, one of S, P, L, T, U and B.
-- severity: error
-- flags: Episodes
-- columns: RNE
-- needs: Episodes.RNE
-- mend: Choose the reason that the episode began: S, P, L, T, U or B.
SELECT row FROM Episodes WHERE RNE IS NULL OR NOT valid_rne(RNE)

/* cases
fires: what is not a code of this year, and none at all
    Episodes | CHILD | RNE
             | 1     | X
             | 2     | s
             | 3     |
    flags    | 1 | 2 | 3
passes: codes
    Episodes | CHILD | RNE
             | 1     | S
             | 2     | P
             | 3     | L
             | 4     | T
             | 5     | U
             | 6     | B
*/

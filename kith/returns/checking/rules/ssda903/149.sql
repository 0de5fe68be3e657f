-- The reason that an episode ended, where it is given, is one of the codes of the return.
-- severity: error
-- flags: Episodes
-- columns: REC
-- needs: Episodes.REC
-- mend: Choose the reason that the episode ended from the codes of the return.
SELECT row FROM Episodes WHERE NOT valid_rec(REC)

/* cases
fires: what is not a code of this year
    Episodes | CHILD | REC
             | 1     | E4
             | 2     | E43
    flags    | 1 | 2
passes: codes, and none given
    Episodes | CHILD | REC
             | 1     | X1
             | 2     | E4A
             | 3     |
*/

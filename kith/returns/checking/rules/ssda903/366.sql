-- A short break (LS V3) is one episode: it begins because the child starts to be looked after (RNE S).
-- severity: error
-- flags: Episodes
-- columns: RNE, LS
-- needs: Episodes.RNE, Episodes.LS
-- mend: Correct the reason for the new episode, or the legal status.
SELECT row FROM Episodes WHERE LS = 'V3' AND RNE <> 'S'

/* cases
fires: another reason
    Episodes | CHILD | LS | RNE
             | 1     | V3 | P
             | 2     | V3 | L
    flags    | 1 | 2
passes: a start, another status, or blank
    Episodes | CHILD | LS | RNE
             | 1     | V3 | S
             | 2     | V4 | P
             | 3     | V3 |
             | 4     |    | P
*/

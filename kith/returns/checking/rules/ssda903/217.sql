-- A placement for adoption with the child's own foster carer (A3, A5), since April 2015, begins because the child
-- starts to be looked after (RNE S) or because the placement changes and the carer does not (T, U).
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM, RNE
-- needs: Episodes.PLACE, Episodes.DECOM, Episodes.RNE
-- mend: Correct the reason for the new episode, or the placement.
SELECT row FROM Episodes WHERE PLACE IN ('A3', 'A5') AND DECOM >= DATE '2015-04-01' AND RNE NOT IN ('S', 'T', 'U')

/* cases
fires: another reason, from 1 April 2015
    Episodes | CHILD | PLACE | DECOM      | RNE
             | 1     | A3    | 01/04/2015 | P
             | 2     | A5    | 01/06/2026 | L
    flags    | 1 | 2
passes: those reasons, an older one, another placement, or blanks
    Episodes | CHILD | PLACE | DECOM      | RNE
             | 1     | A3    | 01/06/2026 | S
             | 2     | A5    | 01/06/2026 | T
             | 3     | A5    | 01/06/2026 | U
             | 4     | A3    | 31/03/2015 | P
             | 5     | A4    | 01/06/2026 | P
             | 6     | A3    | 01/06/2026 |
             | 7     | A3    |            | P
*/

-- A temporary placement (T0 to T4) begins with a change of placement and carer (RNE P or B): care cannot start
-- with it.
-- severity: error
-- flags: Episodes
-- columns: RNE, PLACE
-- needs: Episodes.RNE, Episodes.PLACE
-- mend: Correct the reason for the new episode, or the placement.
SELECT row FROM Episodes WHERE PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4') AND RNE NOT IN ('P', 'B')

/* cases
fires: another reason
    Episodes | CHILD | PLACE | RNE
             | 1     | T0    | S
             | 2     | T4    | L
             | 3     | T1    | T
             | 4     | T2    | U
    flags    | 1 | 2 | 3 | 4
passes: one of the two, another placement, or blank
    Episodes | CHILD | PLACE | RNE
             | 1     | T0    | P
             | 2     | T3    | B
             | 3     | U4    | S
             | 4     | T1    |
             | 5     |       | S
*/

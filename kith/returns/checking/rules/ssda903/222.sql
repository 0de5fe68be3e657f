-- Placements with parents, in employment, in care homes, hospitals or prison, temporary and other kinds have no
-- Ofsted number; XXXXXXX may stand there.
-- severity: error
-- flags: Episodes
-- columns: URN, PLACE
-- needs: Episodes.URN, Episodes.PLACE
-- mend: Clear the Ofsted number, or correct the placement.
SELECT row FROM Episodes
WHERE URN <> 'XXXXXXX'
    AND PLACE IN ('P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14')

/* cases
fires: a number there
    Episodes | CHILD | PLACE | URN
             | 1     | P1    | 1234567
             | 2     | R5    | 1234567
             | 3     | T0    | 1234567
             | 4     | Z14   | 1234567
    flags    | 1 | 2 | 3 | 4
passes: none, seven X, or another placement
    Episodes | CHILD | PLACE | URN
             | 1     | P1    |
             | 2     | P1    | XXXXXXX
             | 3     | K2    | 1234567
             | 4     |       | 1234567
*/

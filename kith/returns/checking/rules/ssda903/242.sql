-- Seven X in place of an Ofsted number stand only for placements for adoption (A3 to A6) and foster placements (U1
-- to U6), which regional adoption agencies make.
-- severity: error
-- flags: Episodes
-- columns: URN, PLACE
-- needs: Episodes.URN, Episodes.PLACE
-- mend: Give the provider's Ofsted number, or leave it blank where the placement has none.
SELECT row FROM Episodes
WHERE URN = 'XXXXXXX' AND PLACE NOT IN ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')

/* cases
fires: in another placement
    Episodes | CHILD | PLACE | URN
             | 1     | K2    | XXXXXXX
             | 2     | P1    | XXXXXXX
    flags    | 1 | 2
passes: in those, a real number, or blanks
    Episodes | CHILD | PLACE | URN
             | 1     | A3    | XXXXXXX
             | 2     | U6    | XXXXXXX
             | 3     | K2    | 1234567
             | 4     | K2    |
             | 5     |       | XXXXXXX
*/

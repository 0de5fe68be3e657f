-- A child who left to special guardianship with the former foster carer (E45 or E46) was in foster care (U1 to
-- U6).
-- severity: error
-- flags: Episodes
-- columns: REC, PLACE
-- needs: Episodes.REC, Episodes.PLACE
-- mend: Check the placement and the reason the episode ended.
SELECT row FROM Episodes
WHERE REC IN ('E45', 'E46') AND PLACE NOT IN ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')

/* cases
fires: another placement
    Episodes | CHILD | PLACE | REC
             | 1     | P1    | E45
             | 2     | A3    | E46
    flags    | 1 | 2
passes: in foster care, another reason, and blanks
    Episodes | CHILD | PLACE | REC
             | 1     | U1    | E45
             | 2     | U6    | E46
             | 3     | P1    | E47
             | 4     |       | E45
             | 5     | P1    |
*/

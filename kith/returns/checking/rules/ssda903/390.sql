-- A child who was adopted (REC E11, E12) was placed for adoption (A3 to A6).
-- severity: error
-- flags: Episodes
-- columns: REC, PLACE
-- needs: Episodes.REC, Episodes.PLACE
-- mend: Correct the placement, or the reason that the episode ended.
SELECT row FROM Episodes WHERE REC IN ('E11', 'E12') AND PLACE NOT IN ('A3', 'A4', 'A5', 'A6')

/* cases
fires: another placement
    Episodes | CHILD | PLACE | REC
             | 1     | U4    | E11
             | 2     | P1    | E12
    flags    | 1 | 2
passes: placed for adoption, not adopted, or blank
    Episodes | CHILD | PLACE | REC
             | 1     | A3    | E11
             | 2     | A6    | E12
             | 3     | U4    | E4A
             | 4     | U4    |
             | 5     |       | E11
*/

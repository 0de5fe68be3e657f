-- No episode began before 14 October 1991, when the Children Act came into force.
-- severity: error
-- flags: Episodes
-- columns: DECOM
-- needs: Episodes.DECOM
-- mend: Correct the day on which the episode began.
SELECT row FROM Episodes WHERE DECOM < DATE '1991-10-14'

/* cases
fires: the day before
    Episodes | CHILD | DECOM
             | 1     | 13/10/1991
    flags    | 1
passes: on the day, later, or blank
    Episodes | CHILD | DECOM
             | 1     | 14/10/1991
             | 2     | 01/05/2026
             | 3     |
*/

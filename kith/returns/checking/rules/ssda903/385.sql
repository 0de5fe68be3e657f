-- Every episode that has ended did so on or before the last day of the year.
-- severity: error
-- flags: Episodes
-- columns: DEC
-- needs: Episodes.DEC
-- mend: Correct the day on which the episode ended, or leave it open if it goes on into the next year.
SELECT row FROM Episodes WHERE DEC > ye()

/* cases
fires: the day after
    Episodes | CHILD | DEC
             | 1     | 01/04/2027
    flags    | 1
passes: on the last day, or open
    Episodes | CHILD | DEC
             | 1     | 31/03/2027
             | 2     |
*/

-- Every episode began on or before the last day of the year.
-- severity: error
-- flags: Episodes
-- columns: DECOM
-- needs: Episodes.DECOM
-- mend: Correct the day on which the episode began, or leave the episode to next year's return.
SELECT row FROM Episodes WHERE DECOM > ye()

/* cases
fires: the day after
    Episodes | CHILD | DECOM
             | 1     | 01/04/2027
    flags    | 1
passes: on the last day, or blank
    Episodes | CHILD | DECOM
             | 1     | 31/03/2027
             | 2     |
*/

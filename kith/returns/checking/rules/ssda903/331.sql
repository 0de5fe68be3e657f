-- A child is matched with adopters (DATE_MATCH) no later than the day on which the episode that ended in adoption
-- began.
-- severity: error
-- flags: AD1
-- columns: DATE_MATCH
-- needs: AD1.DATE_MATCH, Episodes.DECOM, Episodes.REC
-- mend: Check the day of the match, and the day on which the last episode began.
SELECT row FROM AD1
WHERE DATE_MATCH > (
    SELECT max(DECOM) FROM Episodes WHERE Episodes.CHILD = AD1.CHILD AND REC IN ('E11', 'E12'))

/* cases
fires: the day after
    AD1      | CHILD | DATE_MATCH
             | 1     | 02/05/2026
             | 2     | 02/05/2026
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/05/2026 | X1
             | 1     | 01/05/2026 | 01/09/2026 | E11
             | 2     | 01/05/2026 | 01/09/2026 | E12
    flags    | 1 | 2
passes: on the day, not adopted, or blanks
    AD1      | CHILD | DATE_MATCH
             | 1     | 01/05/2026
             | 2     | 02/05/2026
             | 3     |
             | 4     | 02/05/2026
             | 5     | 02/05/2026
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/05/2026 | X1
             | 1     | 01/05/2026 | 01/09/2026 | E11
             | 2     | 01/05/2026 | 01/09/2026 | E4A
             | 3     | 01/05/2026 | 01/09/2026 | E11
             | 4     |            | 01/09/2026 | E11
*/

-- The decision to place for adoption (DATE_INT) was made on or after the day on which the latest period of care
-- began.
-- severity: error
-- flags: AD1
-- columns: DATE_INT
-- needs: AD1.DATE_INT, Episodes.DECOM, Episodes.RNE
-- mend: Check the day of the decision, and the day on which the child started to be looked after.
SELECT row FROM AD1
WHERE DATE_INT < (SELECT max(DECOM) FROM Episodes WHERE Episodes.CHILD = AD1.CHILD AND RNE = 'S')

/* cases
fires: the day before, or in an earlier period
    AD1      | CHILD | DATE_INT
             | 1     | 30/04/2026
             | 2     | 10/04/2026
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/05/2026 | S   |            |
             | 2     | 01/04/2026 | S   | 01/05/2026 | E4A
             | 2     | 01/06/2026 | S   |            |
    flags    | 1 | 2
passes: on the day, before a later episode of the same period, or no start known
    AD1      | CHILD | DATE_INT
             | 1     | 01/05/2026
             | 2     | 02/05/2026
             | 3     | 30/04/2026
             | 4     |
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 01/05/2026 | S   |            |
             | 2     | 01/05/2026 | S   | 01/06/2026 | X1
             | 2     | 01/06/2026 | P   |            |
             | 3     | 01/05/2026 | P   |            |
             | 4     | 01/05/2026 | S   |            |
*/

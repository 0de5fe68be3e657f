-- The day on which a child was matched with adopters is not the day of the adoption itself.
-- severity: query
-- flags: AD1
-- columns: DATE_MATCH
-- needs: AD1.DATE_MATCH, Episodes.DEC, Episodes.REC
-- mend: Check the day of the match, and the day of the adoption order.
SELECT row FROM AD1
WHERE EXISTS (
    SELECT 1 FROM Episodes AS e
    WHERE e.CHILD = AD1.CHILD AND e.REC IN ('E11', 'E12') AND e.DEC = AD1.DATE_MATCH)

/* cases
fires: both on one day
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E11
             | 2     | 01/04/2026 | 11/06/2026 | E12
    AD1      | CHILD | DATE_MATCH
             | 1     | 10/06/2026
             | 2     | 11/06/2026
    flags    | 1 | 2
passes: the day before and the day after
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E11
             | 2     | 01/04/2026 | 10/06/2026 | E12
    AD1      | CHILD | DATE_MATCH
             | 1     | 09/06/2026
             | 2     | 11/06/2026
passes: the end of another episode, and blanks
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | X1
             | 1     | 10/06/2026 | 10/09/2026 | E11
             | 2     | 01/04/2026 |            | E11
    AD1      | CHILD | DATE_MATCH
             | 1     | 10/06/2026
             | 2     |
*/

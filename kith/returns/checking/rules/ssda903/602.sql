-- Items on an adoption are given only for a child whose episode ended in adoption (REC E11 or E12) in the year.
-- severity: error
-- flags: AD1
-- columns: DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- needs: AD1.DATE_INT | AD1.DATE_MATCH | AD1.FOSTER_CARE | AD1.NB_ADOPTR | AD1.SEX_ADOPTR | AD1.LS_ADOPTR
-- needs: Episodes.REC, Episodes.DEC
-- mend: Correct the reason that the episode ended, or clear the items on adoption.
SELECT row FROM AD1
WHERE coalesce(DATE_INT_text, DATE_MATCH_text, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR) IS NOT NULL
    AND CHILD IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM Episodes AS e
        WHERE e.CHILD = AD1.CHILD AND e.REC IN ('E11', 'E12') AND (e.DEC IS NULL OR e.DEC BETWEEN ys() AND ye()))

/* cases
fires: ended otherwise, not ended, without episodes, or adopted before the year or after it
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
             | 2     | 01/04/2026 |            |
             | 4     | 01/04/2025 | 31/03/2026 | E11
             | 5     | 01/04/2025 | 01/04/2027 | E11
    AD1      | CHILD | DATE_MATCH | NB_ADOPTR
             | 1     | 01/05/2026 |
             | 2     |            | 2
             | 3     | not known  |
             | 4     | 01/05/2025 | 2
             | 5     | 01/05/2025 | 2
    flags    | 1 | 2 | 3 | 4 | 5
passes: adopted on the first and the last day of the year
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2025 | 01/04/2026 | E11
             | 2     | 01/04/2025 | 31/03/2027 | E12
             | 3     | 01/04/2025 |            | E12
    AD1      | CHILD | DATE_MATCH
             | 1     | 01/05/2025
             | 2     | 01/05/2025
             | 3     | 01/05/2025
passes: a row without items
    AD1 | CHILD | DATE_MATCH
        | 1     |
*/

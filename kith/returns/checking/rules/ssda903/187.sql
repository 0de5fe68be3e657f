-- A child looked after the whole year has no answers about an adoption (AD1) nor as a care leaver (OC3).
-- severity: error
-- flags: Episodes
-- columns: DECOM, DEC, REC
-- needs: AD1 | OC3
-- needs: Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Take the answers away, or mend the episodes if the child left care in the year.
SELECT "table", row, child FROM (
    SELECT 'AD1' AS "table", row, CHILD AS child FROM AD1
    WHERE coalesce(DATE_INT_text, DATE_MATCH_text, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR) IS NOT NULL
    UNION ALL
    SELECT 'OC3', row, CHILD FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
)
WHERE child IN (SELECT child FROM Children WHERE cla12)

/* cases
fires: one answer of either
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
    AD1      | CHILD | DATE_INT | LS_ADOPTR
             | 1     |          | L0
             | 2     | in May   |
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     |          | 0     |
    flags    | AD1 1 | AD1 2 | OC3 1
passes: left before the last day, no answers, or no episode
    Episodes | CHILD | DECOM      | DEC        | REC | LS
             | 1     | 01/04/2026 | 30/03/2027 | E12 | C2
             | 2     | 01/04/2026 |            |     | C2
    AD1      | CHILD | LS_ADOPTR
             | 1     | L0
             | 2     |
    OC3      | CHILD | IN_TOUCH
             | 2     |
             | 3     | YES
*/

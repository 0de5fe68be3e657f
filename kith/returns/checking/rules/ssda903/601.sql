-- A child who was adopted (REC E11 or E12) has every item on the adoption.
-- severity: error
-- flags: AD1
-- columns: DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- needs: Episodes.REC, AD1.DATE_INT, AD1.DATE_MATCH, AD1.FOSTER_CARE, AD1.NB_ADOPTR, AD1.SEX_ADOPTR, AD1.LS_ADOPTR
-- mend: Give the items of the adoption that are blank, or correct the reason that the episode ended.
SELECT AD1.row AS row, adopted.CHILD AS child
FROM (SELECT DISTINCT CHILD FROM Episodes WHERE REC IN ('E11', 'E12') AND CHILD IS NOT NULL) AS adopted
LEFT JOIN AD1 ON AD1.CHILD = adopted.CHILD
WHERE DATE_INT_text IS NULL OR DATE_MATCH_text IS NULL OR FOSTER_CARE IS NULL
    OR NB_ADOPTR IS NULL OR SEX_ADOPTR IS NULL OR LS_ADOPTR IS NULL

/* cases
fires: one item is blank, or there is no row
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E11
             | 2     | 01/04/2026 | 10/06/2026 | E12
             | 3     | 01/04/2026 | 10/06/2026 | E12
    AD1      | CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
             | 1     | 01/05/2025 | 01/01/2026 | 0           | 2         | MF         |
             | 2     |            | 01/01/2026 | 0           | 2         | MF         | L11
    flags    | 1 | 2 | child 3
passes: all are given, though one cannot be read
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E11
    AD1      | CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
             | 1     | 31/06/2025 | 01/01/2026 | 0           | 2         | MF         | L11
passes: not adopted
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
             | 2     | 01/04/2026 |            |
             |       | 01/04/2026 | 10/06/2026 | E11
    AD1      | CHILD | DATE_INT | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
             | 2     |          | 01/01/2026 |             |           |            |
*/

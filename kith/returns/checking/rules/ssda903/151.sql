-- What is asked about an adoption (AD1) is answered in full, or not at all.
-- severity: error
-- flags: AD1
-- columns: DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- needs: AD1.DATE_INT, AD1.DATE_MATCH, AD1.FOSTER_CARE, AD1.NB_ADOPTR, AD1.SEX_ADOPTR, AD1.LS_ADOPTR
-- mend: Give the answers that are lacking.
SELECT row FROM AD1
WHERE coalesce(DATE_INT_text, DATE_MATCH_text, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR) IS NOT NULL
AND (DATE_INT_text IS NULL OR DATE_MATCH_text IS NULL OR FOSTER_CARE IS NULL
    OR NB_ADOPTR IS NULL OR SEX_ADOPTR IS NULL OR LS_ADOPTR IS NULL)

/* cases
fires: one is lacking, or one alone is given
    AD1      | CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
             | 1     | 01/05/2026 | 01/06/2026 | 0           | 2         | MF         |
             | 2     |            | 01/06/2026 | 0           | 2         | MF         | L11
             | 3     |            |            | 0           |           |            |
    flags    | 1 | 2 | 3
passes: all, or none
    AD1      | CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR
             | 1     | 01/05/2026 | 01/06/2026 | 0           | 2         | MF         | L11
             | 2     |            |            |             |           |            |
             | 3     | in May     | 01/06/2026 | 1           | 1         | M1         | L0
*/

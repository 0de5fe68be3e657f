-- A child with care leaver's answers (OC3) has no answers about an adoption (AD1).
-- severity: error
-- flags: AD1
-- columns: DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- needs: AD1.DATE_INT | AD1.DATE_MATCH | AD1.FOSTER_CARE | AD1.NB_ADOPTR | AD1.SEX_ADOPTR | AD1.LS_ADOPTR
-- needs: OC3.IN_TOUCH | OC3.ACTIV | OC3.ACCOM
-- mend: Take away the answers about the adoption, or those in OC3, whichever are wrong.
SELECT row FROM AD1
WHERE coalesce(DATE_INT_text, DATE_MATCH_text, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR) IS NOT NULL
AND CHILD IN (SELECT child FROM Children WHERE has_oc3)

/* cases
fires: one answer in each
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | YES      |       |
             | 2     |          |       | B1
    AD1      | CHILD | DATE_INT   | LS_ADOPTR
             | 1     | 01/05/2026 |
             | 2     |            | L0
    flags    | 1 | 2
passes: answers in one of the two, or another child's
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | YES      |       |
             | 2     |          |       |
    AD1      | CHILD | DATE_INT   | LS_ADOPTR
             | 1     |            |
             | 2     | 01/05/2026 | L0
             | 3     | 01/05/2026 | L0
*/

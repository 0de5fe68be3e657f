-- A care leaver with answers in OC3 who was not looked after this year has no row in UASC.
-- severity: error
-- flags: UASC
-- columns: DUC
-- needs: OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM, Episodes.DECOM, Episodes.DEC
-- mend: Take the row in UASC away, or give the episode of this year.
SELECT row FROM UASC
WHERE CHILD IN (SELECT child FROM Children WHERE has_oc3)
-- An episode whose days cannot be read may be of this year.
AND CHILD NOT IN (SELECT CHILD FROM Episodes
    WHERE CHILD IS NOT NULL AND coalesce(DECOM <= ye(), true) AND coalesce(till >= ys(), true))

/* cases
fires: no episode, or one that ended the day before the year began
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | YES      |       |
             | 2     |          |       | B1
    UASC     | CHILD | DUC
             | 1     | 01/05/2025
             | 2     |
    Episodes | CHILD | DECOM      | DEC
             | 2     | 01/06/2025 | 31/03/2026
    flags    | 1 | 2
passes: looked after on the first day of the year, or no answers
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | YES      | F2    | B1
             | 2     |          |       |
             | 3     | YES      | F2    | B1
    UASC     | CHILD | DUC
             | 1     | 01/05/2025
             | 2     | 01/05/2025
             | 3     | 01/05/2025
    Episodes | CHILD | DECOM      | DEC
             | 1     | 01/06/2025 | 01/04/2026
             | 3     |            |
*/

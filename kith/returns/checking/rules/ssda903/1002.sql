-- Care leaver's answers (OC3) are for those who have an episode of care, this year or last. Whoever turned 16 before
-- last year may have left care before it, and is not judged.
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM, Episodes.CHILD, Episodes_last.CHILD
-- mend: Give the young person's episodes of care, or take the answers away.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND CHILD NOT IN (SELECT CHILD FROM Episodes WHERE CHILD IS NOT NULL)
AND CHILD NOT IN (SELECT CHILD FROM Episodes_last WHERE CHILD IS NOT NULL)
AND coalesce(birthday(DOB, 16) >= ys() - INTERVAL 1 YEAR, true)

/* cases
fires: no episode in either year
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | YES      |       |
             | 2     |          | F2    | B1
    Episodes | CHILD | DECOM
             | 3     | 01/04/2026
    flags    | 1 | 2
fires: aged 16 on the first day of last year; passes a day older, who may have left care before
    OC3      | CHILD | DOB        | IN_TOUCH
             | 1     | 01/04/2009 | YES
             | 2     | 31/03/2009 | YES
    flags    | 1
passes: an episode this year or last, or no answer
    OC3           | CHILD | IN_TOUCH | ACTIV | ACCOM
                  | 1     | YES      | F2    | B1
                  | 2     | YES      | F2    | B1
                  | 3     |          |       |
    Episodes      | CHILD | DECOM
                  | 1     | 01/04/2026
    Episodes_last | CHILD | DECOM
                  | 2     | 01/04/2025
*/

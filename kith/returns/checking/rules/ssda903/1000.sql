-- A young person who died in care has no care leaver's answers (OC3).
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM, Episodes.REC
-- mend: Take the care leaver's answers away, or mend the reason that the episode ended.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND (CHILD IN (SELECT CHILD FROM Episodes WHERE REC = 'E2')
    OR CHILD IN (SELECT CHILD FROM Episodes_last WHERE REC = 'E2'))

/* cases
fires: died this year, or last year; one answer is enough
    OC3           | CHILD | IN_TOUCH | ACTIV | ACCOM
                  | 1     | DIED     | 0     | 0
                  | 2     |          |       | B1
    Episodes      | CHILD | REC
                  | 1     | E2
    Episodes_last | CHILD | REC
                  | 2     | E2
    flags         | 1 | 2
passes: left care for another reason, or no answer is given
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | DIED     | 0     | 0
             | 2     |          |       |
    Episodes | CHILD | REC
             | 1     | E5
             | 2     | E2
*/

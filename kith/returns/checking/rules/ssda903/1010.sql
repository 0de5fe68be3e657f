-- Whoever was in care when last year ended, and has care leaver's answers (OC3) now, has an episode this year.
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, Episodes.CHILD, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.REC
-- mend: Give this year's episodes, with the day and the reason that care ended.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND CHILD IN (SELECT CHILD FROM Episodes_last WHERE next_row IS NULL AND DEC_text IS NULL AND REC IS NULL)
AND CHILD NOT IN (SELECT CHILD FROM Episodes WHERE CHILD IS NOT NULL)

/* cases
fires: open last year, nothing this year
    OC3           | CHILD | IN_TOUCH
                  | 1     | YES
    Episodes_last | CHILD | DECOM      | DEC        | REC
                  | 1     | 01/04/2025 | 01/06/2025 | X1
                  | 1     | 01/06/2025 |            |
    flags         | 1
passes: an episode this year, ended last year, no answers, or not in care last year
    OC3           | CHILD | IN_TOUCH
                  | 1     | YES
                  | 2     | YES
                  | 3     |
                  | 4     | YES
    Episodes      | CHILD | DECOM
                  | 1     | 01/06/2025
    Episodes_last | CHILD | DECOM      | DEC        | REC
                  | 1     | 01/06/2025 |            |
                  | 2     | 01/06/2025 | 01/07/2025 | E5
                  | 3     | 01/06/2025 |            |
*/

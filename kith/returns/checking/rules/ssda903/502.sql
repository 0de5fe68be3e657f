-- Where an episode was open at the end of last year, the child's first this year began on the same day.
-- severity: error
-- flags: Episodes
-- columns: DECOM
-- needs: Episodes.DECOM, Episodes_last.DECOM, Episodes_last.DEC
-- mend: Begin this year with the episode that was open, or correct the day it began.
SELECT row FROM Episodes
WHERE nth = 1
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND before.DECOM <> Episodes.DECOM)

/* cases
fires: a day later, a day earlier, and this year
    Episodes      | CHILD | DECOM
                  | 1     | 02/06/2025
                  | 2     | 31/05/2025
                  | 3     | 01/04/2026
    Episodes_last | CHILD | DECOM      | DEC
                  | 1     | 01/06/2025 |
                  | 2     | 01/06/2025 |
                  | 3     | 01/05/2025 | 01/06/2025
                  | 3     | 01/06/2025 |
    flags         | 1 | 2 | 3
passes: the same day, one that ended, not there last year, and blanks
    Episodes      | CHILD | DECOM
                  | 1     | 01/05/2026
                  | 1     | 01/06/2025
                  | 2     | 01/04/2026
                  | 3     | 01/06/2025
                  | 4     |
                  | 5     | 01/07/2025
                  | 6     | 01/04/2026
    Episodes_last | CHILD | DECOM      | DEC
                  | 1     | 01/06/2025 |
                  | 2     | 01/06/2025 | 01/02/2026
                  | 4     | 01/06/2025 |
                  | 5     |            |
                  | 6     | 01/06/2025 | 31/02/2026
*/

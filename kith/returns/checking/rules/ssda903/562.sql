-- An episode that began before the year was in last year's return, with the same first day.
-- severity: error
-- flags: Episodes
-- columns: DECOM
-- needs: Episodes.DECOM, Episodes_last.DECOM
-- mend: Correct the day it began, or find out why last year's return did not have it.
SELECT row FROM Episodes
WHERE DECOM < ys()
  AND NOT EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.DECOM = Episodes.DECOM)

/* cases
fires: another day, another child's, and nothing last year
    Episodes      | CHILD | DECOM
                  | 1     | 31/03/2026
                  | 2     | 01/06/2025
                  | 3     | 01/06/2025
    Episodes_last | CHILD | DECOM
                  | 1     | 30/03/2026
                  | 2     | 02/06/2025
    flags         | 1 | 2 | 3
passes: the same day, begun this year, and blank
    Episodes      | CHILD | DECOM
                  | 1     | 31/03/2026
                  | 1     | 01/05/2026
                  | 2     | 01/04/2026
                  | 3     |
    Episodes_last | CHILD | DECOM
                  | 1     | 31/03/2026
*/

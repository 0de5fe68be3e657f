-- A child with an episode that began before the year has episodes in last year's return.
-- severity: error
-- flags: Episodes
-- columns: DECOM
-- needs: Episodes.DECOM, Episodes_last.CHILD
-- mend: Check the day the episode began and the child's id; last year's return may have lacked the child.
SELECT row FROM Episodes
WHERE DECOM < ys() AND CHILD IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM Episodes_last AS before WHERE before.CHILD = Episodes.CHILD)

/* cases
fires: began the day before the year
    Episodes_last | CHILD | DECOM
                  | 2     | 01/05/2025
                  |       | 01/05/2025
    Episodes      | CHILD | DECOM
                  | 1     | 31/03/2026
    flags         | 1
passes: began on its first day, was there, and blanks
    Episodes_last | CHILD | DECOM
                  | 2     | 01/05/2025
    Episodes      | CHILD | DECOM
                  | 1     | 01/04/2026
                  | 2     | 31/03/2026
                  | 3     |
                  |       | 31/03/2026
*/

-- An episode that goes on from last year has the same URN of the placement as then, or none in both years.
-- severity: error
-- flags: Episodes
-- columns: URN, DECOM
-- needs: Episodes.DECOM, Episodes.URN, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.URN
-- mend: Compare with last year's return and correct whichever is wrong.
SELECT row FROM Episodes
WHERE nth = 1 AND DECOM < ys()
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND before.URN IS DISTINCT FROM Episodes.URN)

/* cases
fires: differs in the episode that goes on
    Episodes      | CHILD | DECOM      | URN
                  | 1     | 01/05/2026 | 1234567
                  | 1     | 01/06/2025 | 1234568
    Episodes_last | CHILD | DECOM      | DEC        | URN
                  | 1     | 01/05/2025 | 01/06/2025 | 1234568
                  | 1     | 01/06/2025 |            | 1234567
    flags         | 2
fires: given in one year alone
    Episodes      | CHILD | DECOM      | URN
                  | 1     | 01/06/2025 |
                  | 2     | 01/06/2025 | 1234567
    Episodes_last | CHILD | DECOM      | DEC | URN
                  | 1     | 01/06/2025 |     | 1234567
                  | 2     | 01/06/2025 |     |
    flags         | 1 | 2
passes: the same, ended last year, begun this year, not there last year, and blanks
    Episodes      | CHILD | DECOM      | URN
                  | 1     | 31/03/2026 | 1234567
                  | 1     | 01/05/2026 | 1234568
                  | 2     | 31/03/2026 | 1234568
                  | 3     | 01/04/2026 | 1234568
                  | 4     | 31/03/2026 |
                  | 6     | 31/03/2026 | 1234568
    Episodes_last | CHILD | DECOM      | DEC        | URN
                  | 1     | 31/03/2026 |            | 1234567
                  | 2     | 01/05/2025 | 30/03/2026 | 1234567
                  | 3     | 01/06/2025 |            | 1234567
                  | 4     | 31/03/2026 |            |
*/

-- An episode that goes on from last year has the same legal status as then.
-- severity: error
-- flags: Episodes
-- columns: LS, DECOM
-- needs: Episodes.DECOM, Episodes.LS, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.LS
-- mend: Compare with last year's return and correct whichever is wrong.
SELECT row FROM Episodes
WHERE nth = 1 AND DECOM < ys()
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND before.LS <> Episodes.LS)

/* cases
fires: differs in the episode that goes on
    Episodes      | CHILD | DECOM      | LS
                  | 1     | 01/05/2026 | C1
                  | 1     | 01/06/2025 | C2
    Episodes_last | CHILD | DECOM      | DEC        | LS
                  | 1     | 01/05/2025 | 01/06/2025 | C2
                  | 1     | 01/06/2025 |            | C1
    flags         | 2
passes: the same, ended last year, begun this year, not there last year, and blanks
    Episodes      | CHILD | DECOM      | LS
                  | 1     | 31/03/2026 | C1
                  | 1     | 01/05/2026 | C2
                  | 2     | 31/03/2026 | C2
                  | 3     | 01/04/2026 | C2
                  | 4     | 31/03/2026 |
                  | 5     | 31/03/2026 | C1
                  | 6     | 31/03/2026 | C2
    Episodes_last | CHILD | DECOM      | DEC        | LS
                  | 1     | 31/03/2026 |            | C1
                  | 2     | 01/05/2025 | 30/03/2026 | C1
                  | 3     | 01/06/2025 |            | C1
                  | 4     | 31/03/2026 |            | C1
                  | 5     | 31/03/2026 |            |
*/

-- An episode that goes on from last year has the same reason for a new episode (RNE) as then.
-- severity: error
-- flags: Episodes
-- columns: RNE, DECOM
-- needs: Episodes.DECOM, Episodes.RNE, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.RNE
-- mend: Compare with last year's return and correct whichever is wrong.
SELECT row FROM Episodes
WHERE nth = 1 AND DECOM < ys()
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND before.RNE <> Episodes.RNE)

/* cases
fires: differs in the episode that goes on
    Episodes      | CHILD | DECOM      | RNE
                  | 1     | 01/05/2026 | S
                  | 1     | 01/06/2025 | L
    Episodes_last | CHILD | DECOM      | DEC        | RNE
                  | 1     | 01/05/2025 | 01/06/2025 | L
                  | 1     | 01/06/2025 |            | S
    flags         | 2
passes: the same, ended last year, begun this year, not there last year, and blanks
    Episodes      | CHILD | DECOM      | RNE
                  | 1     | 31/03/2026 | S
                  | 1     | 01/05/2026 | L
                  | 2     | 31/03/2026 | L
                  | 3     | 01/04/2026 | L
                  | 4     | 31/03/2026 |
                  | 5     | 31/03/2026 | S
                  | 6     | 31/03/2026 | L
    Episodes_last | CHILD | DECOM      | DEC        | RNE
                  | 1     | 31/03/2026 |            | S
                  | 2     | 01/05/2025 | 30/03/2026 | S
                  | 3     | 01/06/2025 |            | S
                  | 4     | 31/03/2026 |            | S
                  | 5     | 31/03/2026 |            |
*/

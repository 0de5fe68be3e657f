-- An episode that goes on from last year has the same provider of the placement as then, or none in both years.
-- severity: error
-- flags: Episodes
-- columns: PLACE_PROVIDER, DECOM
-- needs: Episodes.DECOM, Episodes.PLACE_PROVIDER, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.PLACE_PROVIDER
-- mend: Compare with last year's return and correct whichever is wrong.
SELECT row FROM Episodes
WHERE nth = 1 AND DECOM < ys()
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND before.PLACE_PROVIDER IS DISTINCT FROM Episodes.PLACE_PROVIDER)

/* cases
fires: differs in the episode that goes on
    Episodes      | CHILD | DECOM      | PLACE_PROVIDER
                  | 1     | 01/05/2026 | PR1
                  | 1     | 01/06/2025 | PR4
    Episodes_last | CHILD | DECOM      | DEC        | PLACE_PROVIDER
                  | 1     | 01/05/2025 | 01/06/2025 | PR4
                  | 1     | 01/06/2025 |            | PR1
    flags         | 2
fires: given in one year alone
    Episodes      | CHILD | DECOM      | PLACE_PROVIDER
                  | 1     | 01/06/2025 |
                  | 2     | 01/06/2025 | PR1
    Episodes_last | CHILD | DECOM      | DEC | PLACE_PROVIDER
                  | 1     | 01/06/2025 |     | PR1
                  | 2     | 01/06/2025 |     |
    flags         | 1 | 2
passes: the same, ended last year, begun this year, not there last year, and blanks
    Episodes      | CHILD | DECOM      | PLACE_PROVIDER
                  | 1     | 31/03/2026 | PR1
                  | 1     | 01/05/2026 | PR4
                  | 2     | 31/03/2026 | PR4
                  | 3     | 01/04/2026 | PR4
                  | 4     | 31/03/2026 |
                  | 6     | 31/03/2026 | PR4
    Episodes_last | CHILD | DECOM      | DEC        | PLACE_PROVIDER
                  | 1     | 31/03/2026 |            | PR1
                  | 2     | 01/05/2025 | 30/03/2026 | PR1
                  | 3     | 01/06/2025 |            | PR1
                  | 4     | 31/03/2026 |            |
*/

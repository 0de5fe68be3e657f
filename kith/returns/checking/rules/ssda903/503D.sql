-- An episode that goes on from last year is in the same kind of placement as then, but for codes since renamed.
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM
-- needs: Episodes.DECOM, Episodes.PLACE, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.PLACE
-- mend: Compare with last year's return and correct whichever is wrong.
SELECT row FROM Episodes
WHERE nth = 1 AND DECOM < ys()
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND before.PLACE <> Episodes.PLACE
      AND NOT (before.PLACE = 'H5' AND Episodes.PLACE = 'K3')
      AND NOT (before.PLACE = 'Z1' AND Episodes.PLACE IN ('Z11', 'Z12', 'Z13', 'Z14')))

/* cases
fires: differs in the episode that goes on
    Episodes      | CHILD | DECOM      | PLACE
                  | 1     | 01/05/2026 | U4
                  | 1     | 01/06/2025 | K2
    Episodes_last | CHILD | DECOM      | DEC        | PLACE
                  | 1     | 01/05/2025 | 01/06/2025 | K2
                  | 1     | 01/06/2025 |            | U4
    flags         | 2
passes: the same, ended last year, begun this year, not there last year, and blanks
    Episodes      | CHILD | DECOM      | PLACE
                  | 1     | 31/03/2026 | U4
                  | 1     | 01/05/2026 | K2
                  | 2     | 31/03/2026 | K2
                  | 3     | 01/04/2026 | K2
                  | 4     | 31/03/2026 |
                  | 5     | 31/03/2026 | U4
                  | 6     | 31/03/2026 | K2
    Episodes_last | CHILD | DECOM      | DEC        | PLACE
                  | 1     | 31/03/2026 |            | U4
                  | 2     | 01/05/2025 | 30/03/2026 | U4
                  | 3     | 01/06/2025 |            | U4
                  | 4     | 31/03/2026 |            | U4
                  | 5     | 31/03/2026 |            |
fires: not what the old code became
    Episodes      | CHILD | DECOM      | PLACE
                  | 1     | 01/06/2025 | K2
                  | 2     | 01/06/2025 | K3
                  | 3     | 01/06/2025 | H5
    flags         | 1 | 2 | 3
    Episodes_last | CHILD | DECOM      | DEC | PLACE
                  | 1     | 01/06/2025 |     | H5
                  | 2     | 01/06/2025 |     | Z1
                  | 3     | 01/06/2025 |     | K3
passes: codes that were renamed
    Episodes      | CHILD | DECOM      | PLACE
                  | 1     | 01/06/2025 | K3
                  | 2     | 01/06/2025 | Z11
                  | 3     | 01/06/2025 | Z14
    Episodes_last | CHILD | DECOM      | DEC | PLACE
                  | 1     | 01/06/2025 |     | H5
                  | 2     | 01/06/2025 |     | Z1
                  | 3     | 01/06/2025 |     | Z1
*/

-- An episode that goes on from last year has the same answer to whether the placement is in the council's own
-- area as then.
-- severity: error
-- flags: Episodes
-- columns: PL_LOCATION, PL_POST, DECOM
-- needs: Episodes.DECOM, Episodes.PL_LOCATION, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.PL_LOCATION
-- mend: Check the postcode of the placement against last year's.
SELECT row FROM Episodes
WHERE nth = 1 AND DECOM < ys()
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND before.PL_LOCATION <> Episodes.PL_LOCATION
      AND before.pl_la_sure AND Episodes.pl_la_sure)

/* cases
fires: differs in the episode that goes on
    Episodes      | CHILD | DECOM      | PL_LOCATION
                  | 1     | 01/05/2026 | IN
                  | 1     | 01/06/2025 | OUT
    Episodes_last | CHILD | DECOM      | DEC        | PL_LOCATION
                  | 1     | 01/05/2025 | 01/06/2025 | OUT
                  | 1     | 01/06/2025 |            | IN
    flags         | 2
passes: the same, ended last year, begun this year, not there last year, and blanks
    Episodes      | CHILD | DECOM      | PL_LOCATION
                  | 1     | 31/03/2026 | IN
                  | 1     | 01/05/2026 | OUT
                  | 2     | 31/03/2026 | OUT
                  | 3     | 01/04/2026 | OUT
                  | 4     | 31/03/2026 |
                  | 5     | 31/03/2026 | IN
                  | 6     | 31/03/2026 | OUT
    Episodes_last | CHILD | DECOM      | DEC        | PL_LOCATION
                  | 1     | 31/03/2026 |            | IN
                  | 2     | 01/05/2025 | 30/03/2026 | IN
                  | 3     | 01/06/2025 |            | IN
                  | 4     | 31/03/2026 |            | IN
                  | 5     | 31/03/2026 |            |
*/

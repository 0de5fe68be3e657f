-- The placement of an episode that goes on from last year is as far from home as then, to 0.2 of a mile.
-- severity: error
-- flags: Episodes
-- columns: PL_DISTANCE, HOME_POST, PL_POST, DECOM
-- needs: Episodes.DECOM, Episodes.PL_DISTANCE, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.PL_DISTANCE
-- mend: Check the postcodes of the home and of the placement against last year's.
SELECT row FROM Episodes
WHERE nth = 1 AND DECOM < ys()
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND round(abs(before.PL_DISTANCE - Episodes.PL_DISTANCE), 2)
        > 0.2 + before.pl_distance_slack + Episodes.pl_distance_slack)

/* cases
fires: more than 0.2 miles apart
    Episodes      | CHILD | DECOM      | PL_DISTANCE
                  | 1     | 01/06/2025 | 10.3
                  | 2     | 01/06/2025 | 9.7
    Episodes_last | CHILD | DECOM      | DEC | PL_DISTANCE
                  | 1     | 01/06/2025 |     | 10
                  | 2     | 01/06/2025 |     | 10
    flags         | 1 | 2
passes: 0.2 apart or less, ended last year, begun this year, not there last year, and blanks
    Episodes      | CHILD | DECOM      | PL_DISTANCE
                  | 1     | 31/03/2026 | 10.3
                  | 2     | 31/03/2026 | 9.9
                  | 3     | 31/03/2026 | 10
                  | 4     | 01/04/2026 | 20
                  | 5     | 31/03/2026 |
                  | 6     | 31/03/2026 | 20
                  | 7     | 31/03/2026 | 20
    Episodes_last | CHILD | DECOM      | DEC        | PL_DISTANCE
                  | 1     | 31/03/2026 |            | 10.1
                  | 2     | 31/03/2026 |            | 10.1
                  | 3     | 01/05/2025 | 30/03/2026 | 50
                  | 4     | 01/06/2025 |            | 50
                  | 5     | 31/03/2026 |            | 50
                  | 6     | 31/03/2026 |            |
*/

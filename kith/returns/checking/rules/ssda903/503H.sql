-- An episode that goes on from last year has the same placement authority, given or found from its postcode, as
-- then.
-- severity: error
-- flags: Episodes
-- columns: PL_LA, PL_POST, DECOM
-- needs: Episodes.DECOM, Episodes.PL_LA, Episodes_last.DECOM, Episodes_last.DEC, Episodes_last.PL_LA
-- mend: Check the postcode of the placement against last year's.
SELECT row FROM Episodes
WHERE nth = 1 AND DECOM < ys()
  AND EXISTS (
    SELECT 1 FROM Episodes_last AS before
    WHERE before.CHILD = Episodes.CHILD AND before.nth = before.count_of AND before.DEC_text IS NULL
      AND before.PL_LA <> Episodes.PL_LA
      AND before.pl_la_sure AND Episodes.pl_la_sure)

/* cases
fires: differs in the episode that goes on
    Episodes      | CHILD | DECOM      | PL_LA
                  | 1     | 01/05/2026 | E09000027
                  | 1     | 01/06/2025 | E09000028
    Episodes_last | CHILD | DECOM      | DEC        | PL_LA
                  | 1     | 01/05/2025 | 01/06/2025 | E09000028
                  | 1     | 01/06/2025 |            | E09000027
    flags         | 2
passes: the same, ended last year, begun this year, not there last year, and blanks
    Episodes      | CHILD | DECOM      | PL_LA
                  | 1     | 31/03/2026 | E09000027
                  | 1     | 01/05/2026 | E09000028
                  | 2     | 31/03/2026 | E09000028
                  | 3     | 01/04/2026 | E09000028
                  | 4     | 31/03/2026 |
                  | 5     | 31/03/2026 | E09000027
                  | 6     | 31/03/2026 | E09000028
    Episodes_last | CHILD | DECOM      | DEC        | PL_LA
                  | 1     | 31/03/2026 |            | E09000027
                  | 2     | 01/05/2025 | 30/03/2026 | E09000027
                  | 3     | 01/06/2025 |            | E09000027
                  | 4     | 31/03/2026 |            | E09000027
                  | 5     | 31/03/2026 |            |
*/

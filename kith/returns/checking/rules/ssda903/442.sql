-- A child looked after, other than in short breaks alone, has a unique pupil number or a code for why not.
-- severity: error
-- flags: Header
-- columns: UPN
-- needs: Header.UPN, Episodes.LS
-- mend: Give the UPN, or the code UN1 to UN5 that says why there is none.
SELECT row FROM Header
WHERE UPN IS NULL AND CHILD IN (SELECT CHILD FROM Episodes WHERE NOT coalesce(short_break, false))

/* cases
fires: one episode that is not a short break is enough
    Header   | CHILD | UPN
             | 1     |
             | 2     |
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | V4
             | 2     | 01/05/2026 | V2
    flags    | 1 | 2
passes: a number, a code, short breaks alone, and no episodes
    Header   | CHILD | UPN
             | 1     | A123456789012
             | 2     | UN3
             | 3     |
             | 4     |
    Episodes | CHILD | LS
             | 1     | C2
             | 2     | C2
             | 3     | V3
*/

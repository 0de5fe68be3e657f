-- A short break (LS V3) lasts 17 days at most.
-- severity: error
-- flags: Episodes
-- columns: LS, DECOM, DEC
-- needs: Episodes.LS, Episodes.DECOM, Episodes.DEC
-- mend: Check the legal status, and the days on which the episode began and ended.
SELECT row FROM Episodes WHERE LS = 'V3' AND till - DECOM > 17 AND (DEC IS NOT NULL OR DEC_text IS NULL)

/* cases
fires: a day too long, or open at the end of the year
    Episodes | CHILD | DECOM      | LS | DEC
             | 1     | 01/05/2026 | V3 | 19/05/2026
             | 2     | 13/03/2027 | V3 |
    flags    | 1 | 2
passes: the longest that may be, another one, or days not known
    Episodes | CHILD | DECOM      | LS | DEC
             | 1     | 01/05/2026 | V3 | 18/05/2026
             | 2     | 14/03/2027 | V3 |
             | 3     | 01/05/2026 | C2 | 19/05/2026
             | 4     |            | V3 | 19/05/2026
             | 5     | 01/05/2026 | V3 | 31/02/2027
*/

-- A temporary stay in hospital (T1) lasts 42 days at most.
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM, DEC
-- needs: Episodes.PLACE, Episodes.DECOM, Episodes.DEC
-- mend: Check the kind of placement, and the days on which the episode began and ended.
SELECT row FROM Episodes WHERE PLACE = 'T1' AND till - DECOM > 42 AND (DEC IS NOT NULL OR DEC_text IS NULL)

/* cases
fires: a day too long, or open at the end of the year
    Episodes | CHILD | DECOM      | PLACE | DEC
             | 1     | 01/05/2026 | T1    | 13/06/2026
             | 2     | 16/02/2027 | T1    |
    flags    | 1 | 2
passes: the longest that may be, another one, or days not known
    Episodes | CHILD | DECOM      | PLACE | DEC
             | 1     | 01/05/2026 | T1    | 12/06/2026
             | 2     | 17/02/2027 | T1    |
             | 3     | 01/05/2026 | U4    | 13/06/2026
             | 4     |            | T1    | 13/06/2026
             | 5     | 01/05/2026 | T1    | 31/02/2027
*/

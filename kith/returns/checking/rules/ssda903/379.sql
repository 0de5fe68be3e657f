-- Another temporary placement (T4) lasts 7 days at most.
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM, DEC
-- needs: Episodes.PLACE, Episodes.DECOM, Episodes.DEC
-- mend: Check the kind of placement, and the days on which the episode began and ended.
SELECT row FROM Episodes WHERE PLACE = 'T4' AND till - DECOM > 7 AND (DEC IS NOT NULL OR DEC_text IS NULL)

/* cases
fires: a day too long, or open at the end of the year
    Episodes | CHILD | DECOM      | PLACE | DEC
             | 1     | 01/05/2026 | T4    | 09/05/2026
             | 2     | 23/03/2027 | T4    |
    flags    | 1 | 2
passes: the longest that may be, another one, or days not known
    Episodes | CHILD | DECOM      | PLACE | DEC
             | 1     | 01/05/2026 | T4    | 08/05/2026
             | 2     | 24/03/2027 | T4    |
             | 3     | 01/05/2026 | U4    | 09/05/2026
             | 4     |            | T4    | 09/05/2026
             | 5     | 01/05/2026 | T4    | 31/02/2027
*/

-- A temporary placement while the foster carer is on holiday (T3) lasts 21 days at most.
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM, DEC
-- needs: Episodes.PLACE, Episodes.DECOM, Episodes.DEC
-- mend: Check the kind of placement, and the days on which the episode began and ended.
SELECT row FROM Episodes WHERE PLACE = 'T3' AND till - DECOM > 21 AND (DEC IS NOT NULL OR DEC_text IS NULL)

/* cases
fires: a day too long, or open at the end of the year
    Episodes | CHILD | DECOM      | PLACE | DEC
             | 1     | 01/05/2026 | T3    | 23/05/2026
             | 2     | 09/03/2027 | T3    |
    flags    | 1 | 2
passes: the longest that may be, another one, or days not known
    Episodes | CHILD | DECOM      | PLACE | DEC
             | 1     | 01/05/2026 | T3    | 22/05/2026
             | 2     | 10/03/2027 | T3    |
             | 3     | 01/05/2026 | U4    | 23/05/2026
             | 4     |            | T3    | 23/05/2026
             | 5     | 01/05/2026 | T3    | 31/02/2027
*/

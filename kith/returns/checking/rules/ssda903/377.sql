-- In twelve months a child has at most two temporary placements while the foster carer is on holiday (T3).
-- severity: error
-- flags: Episodes
-- columns: PLACE, DECOM
-- needs: Episodes.PLACE, Episodes.DECOM
-- mend: Check the kind of placement and the days of the three or more episodes.
SELECT row FROM Episodes
WHERE PLACE = 'T3' AND CHILD IS NOT NULL AND DECOM IS NOT NULL
WINDOW own AS (PARTITION BY CHILD ORDER BY nth)
-- Each one of any three, the last of which begins within a year of the first.
QUALIFY DECOM < lag(DECOM, 2) OVER own + INTERVAL 1 YEAR
    OR lead(DECOM) OVER own < lag(DECOM) OVER own + INTERVAL 1 YEAR
    OR lead(DECOM, 2) OVER own < DECOM + INTERVAL 1 YEAR

/* cases
fires: three, the last begins a day short of a year after the first
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 02/04/2026 | T3
             | 1     | 01/06/2026 | U4
             | 1     | 01/07/2026 | T3
             | 1     | 31/03/2027 | T3
             | 2     | 01/07/2026 | T3
    flags    | 1 | 3 | 4
passes: two, a third a year later, other placements, or blanks
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/04/2026 | T3
             | 1     | 01/07/2026 | T3
             | 2     | 31/03/2026 | T3
             | 2     | 01/07/2026 | T3
             | 2     | 31/03/2027 | T3
             | 3     | 01/04/2026 | T1
             | 3     | 01/05/2026 | T1
             | 3     | 01/06/2026 | T1
             | 4     |            | T3
             | 4     | 01/04/2026 | T3
             | 4     | 01/06/2026 | T3
*/

-- A child is under a child assessment order (LS L3) for 7 days on end at most.
-- severity: error
-- flags: Episodes
-- columns: LS, DECOM, DEC
-- needs: Episodes.LS, Episodes.DECOM, Episodes.DEC
-- mend: Check the legal status, and the days on which these episodes began and ended.
WITH spells AS (
    SELECT row, CHILD, DECOM, till,
        -- One that does not go on from the same status begins a new count.
        count(*) FILTER (prev_LS IS DISTINCT FROM LS OR prev_DEC IS DISTINCT FROM DECOM) OVER own AS spell
    FROM Episodes
    WHERE LS = 'L3' AND CHILD IS NOT NULL AND (DEC IS NOT NULL OR DEC_text IS NULL)
    WINDOW own AS (PARTITION BY CHILD ORDER BY nth))
SELECT row FROM spells
WINDOW own AS (PARTITION BY CHILD, spell)
QUALIFY max(till) OVER own - min(DECOM) OVER own > 7

/* cases
fires: a day too long, in one episode, in two that follow each other, or open at the end of the year
    Episodes | CHILD | DECOM      | LS | DEC
             | 1     | 01/05/2026 | L3 | 09/05/2026
             | 2     | 01/05/2026 | L3 | 04/05/2026
             | 2     | 04/05/2026 | L3 | 09/05/2026
             | 3     | 23/03/2027 | L3 |
    flags    | 1 | 2 | 3 | 4
passes: the longest that may be, two with a gap or another status between, or days not known
    Episodes | CHILD | DECOM      | LS | DEC
             | 1     | 01/05/2026 | L3 | 08/05/2026
             | 2     | 01/05/2026 | L3 | 04/05/2026
             | 2     | 05/05/2026 | L3 | 09/05/2026
             | 3     | 01/05/2026 | L3 | 04/05/2026
             | 3     | 04/05/2026 | V2 | 05/05/2026
             | 3     | 05/05/2026 | L3 | 06/05/2026
             | 4     | 24/03/2027 | L3 |
             | 5     | 01/05/2026 | L3 | 31/02/2027
             | 6     |            | L3 | 09/05/2026
             | 7     | 01/05/2026 | C2 | 09/05/2026
*/

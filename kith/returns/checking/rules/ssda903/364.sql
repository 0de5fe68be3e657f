-- A child is under detention under PACE (LS J2) for 21 days on end at most.
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
    WHERE LS = 'J2' AND CHILD IS NOT NULL AND (DEC IS NOT NULL OR DEC_text IS NULL)
    WINDOW own AS (PARTITION BY CHILD ORDER BY nth))
SELECT row FROM spells
WINDOW own AS (PARTITION BY CHILD, spell)
QUALIFY max(till) OVER own - min(DECOM) OVER own > 21

/* cases
fires: a day too long, in one episode, in two that follow each other, or open at the end of the year
    Episodes | CHILD | DECOM      | LS | DEC
             | 1     | 01/05/2026 | J2 | 23/05/2026
             | 2     | 01/05/2026 | J2 | 11/05/2026
             | 2     | 11/05/2026 | J2 | 23/05/2026
             | 3     | 09/03/2027 | J2 |
    flags    | 1 | 2 | 3 | 4
passes: the longest that may be, two with a gap or another status between, or days not known
    Episodes | CHILD | DECOM      | LS | DEC
             | 1     | 01/05/2026 | J2 | 22/05/2026
             | 2     | 01/05/2026 | J2 | 11/05/2026
             | 2     | 12/05/2026 | J2 | 23/05/2026
             | 3     | 01/05/2026 | J2 | 11/05/2026
             | 3     | 11/05/2026 | V2 | 12/05/2026
             | 3     | 12/05/2026 | J2 | 13/05/2026
             | 4     | 10/03/2027 | J2 |
             | 5     | 01/05/2026 | J2 | 31/02/2027
             | 6     |            | J2 | 23/05/2026
             | 7     | 01/05/2026 | C2 | 23/05/2026
*/

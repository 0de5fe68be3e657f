-- A social worker who ended more than 5 days before 31 March is followed by another, while the child is looked after.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DECOM, SW_DEC
-- needs: SWEpisodes.SW_DECOM, SWEpisodes.SW_DEC
-- mend: Add the worker who followed, or check the day on which this one ended.
SELECT row FROM SWEpisodes
WHERE SW_DEC < ye() - 5 AND SW_DECOM IS NOT NULL
    AND row IN (
        SELECT row FROM SWEpisodes WHERE CHILD IS NOT NULL
        QUALIFY lead(row) OVER (PARTITION BY CHILD ORDER BY SW_DECOM, SW_DEC NULLS LAST, row) IS NULL)
    -- Nobody follows for a child who has left care; without episodes it is not known.
    AND NOT (CHILD IN (SELECT CHILD FROM Episodes) AND NOT EXISTS (
        SELECT 1 FROM Episodes AS e WHERE e.CHILD = SWEpisodes.CHILD AND e.till > SWEpisodes.SW_DEC + 5))

/* cases
fires: six days before, and long before
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 | 25/03/2027
               | 2     | 01/05/2026 | 01/06/2026
               | 2     | 01/04/2026 | 01/05/2026
    flags      | 1 | 2
passes: five days before, and on the last day
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 | 26/03/2027
               | 2     | 01/04/2026 | 31/03/2027
passes: another followed, later too, or the worker goes on
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/08/2026 |
               | 1     | 01/04/2026 | 01/05/2026
               | 2     | 01/04/2026 |
passes: a day not known, and nobody's
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 | 01/05/2026
               | 1     |            | 01/09/2026
               |       | 01/04/2026 | 01/05/2026
fires: still looked after six days later
    Episodes   | CHILD | DECOM      | DEC
               | 1     | 01/05/2025 |
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 | 01/06/2026
    flags      | 1
passes: left care with the worker
    Episodes   | CHILD | DECOM      | DEC
               | 1     | 01/05/2025 | 01/06/2026
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 | 01/06/2026
*/

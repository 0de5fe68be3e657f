-- Of a child's social workers, each but the latest has an end.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DECOM, SW_DEC
-- needs: SWEpisodes.SW_DECOM, SWEpisodes.SW_DEC
-- mend: Give the day on which the worker ended, since another followed.
SELECT row FROM SWEpisodes
WHERE SW_DEC_text IS NULL
    AND row IN (
        SELECT row FROM SWEpisodes WHERE CHILD IS NOT NULL AND SW_DECOM IS NOT NULL
        QUALIFY lead(row) OVER (PARTITION BY CHILD ORDER BY SW_DECOM, SW_DEC NULLS LAST, row) IS NOT NULL)

/* cases
fires: the earlier one, in whatever order they are written
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 02/05/2026 |
               | 1     | 01/05/2026 |
    flags      | 2
fires: two that began on one day
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/05/2026 |
               | 1     | 01/05/2026 |
    flags      | 1
passes: the earlier one has an end
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 | 01/05/2026
               | 1     | 01/05/2026 |
passes: two children, a start not known, and an end that cannot be read
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 |
               | 2     | 01/05/2026 |
               | 2     |            |
               | 3     | 01/04/2026 | 31/04/2026
               | 3     | 01/05/2026 |
               |       | 01/04/2026 |
               |       | 01/05/2026 |
*/

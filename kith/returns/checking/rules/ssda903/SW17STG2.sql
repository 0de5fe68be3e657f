-- The latest social worker of a child who is looked after at the end of the year has no end.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DECOM, SW_DEC
-- needs: SWEpisodes.SW_DECOM, SWEpisodes.SW_DEC, Episodes.DECOM, Episodes.DEC
-- mend: Add the worker who followed, or clear the end of the latest one.
SELECT row FROM SWEpisodes
WHERE SW_DEC_text IS NOT NULL AND SW_DECOM IS NOT NULL
    AND CHILD IN (SELECT CHILD FROM Episodes WHERE DECOM <= ye() AND DEC_text IS NULL)
    AND row IN (
        SELECT row FROM SWEpisodes WHERE CHILD IS NOT NULL
        QUALIFY lead(row) OVER (PARTITION BY CHILD ORDER BY SW_DECOM, SW_DEC NULLS LAST, row) IS NULL)

/* cases
fires: ended before the year did, and on its last day
    Episodes   | CHILD | DECOM      | DEC
               | 1     | 01/04/2026 |
               | 2     | 01/04/2026 |
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/05/2026 | 01/09/2026
               | 1     | 01/04/2026 | 01/05/2026
               | 2     | 01/04/2026 | 31/03/2027
    flags      | 1 | 3
passes: the latest goes on
    Episodes   | CHILD | DECOM      | DEC
               | 1     | 01/04/2026 |
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 | 01/05/2026
               | 1     | 01/05/2026 |
passes: no longer looked after, came after the year, or without episodes
    Episodes   | CHILD | DECOM      | DEC
               | 1     | 01/04/2026 | 31/03/2027
               | 2     | 01/04/2027 |
               | 3     | 01/04/2026 | 31/06/2026
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 | 31/03/2027
               | 2     | 01/04/2026 | 01/05/2026
               | 3     | 01/04/2026 | 01/05/2026
               | 4     | 01/04/2026 | 01/05/2026
*/

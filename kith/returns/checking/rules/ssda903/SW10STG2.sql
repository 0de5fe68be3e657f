-- A social worker began no more than 7 days before the one before them ended, unless they are the first worker
-- (FCONTA).
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DECOM, SW_DEC
-- needs: SWEpisodes.SW_DECOM, SWEpisodes.SW_DEC, SWEpisodes.SW_REASON
-- mend: Check the day on which this worker began and the day on which the one before ended.
SELECT row FROM SWEpisodes
WHERE coalesce(SW_REASON, '') <> 'FCONTA'
    AND row IN (
        SELECT row FROM SWEpisodes WHERE CHILD IS NOT NULL
        QUALIFY SW_DECOM < lag(SW_DEC) OVER (PARTITION BY CHILD ORDER BY SW_DECOM, SW_DEC NULLS LAST, row) - 7)

/* cases
fires: eight days before, whatever the reason and the order they are written in
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC     | SW_REASON
               | 1     | 02/05/2026 |            | LEFTRL
               | 1     | 01/04/2026 | 10/05/2026 | FCONTA
               | 2     | 01/04/2026 | 10/05/2026 | FCONTA
               | 2     | 02/05/2026 |            |
    flags      | 1 | 4
passes: seven days before, and eight for a first worker
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC     | SW_REASON
               | 1     | 01/04/2026 | 10/05/2026 | FCONTA
               | 1     | 03/05/2026 |            | LEFTRL
               | 2     | 01/04/2026 | 10/05/2026 | MANAGE
               | 2     | 02/05/2026 |            | FCONTA
passes: two children, and blanks
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC     | SW_REASON
               | 1     | 01/04/2026 | 10/05/2026 | FCONTA
               | 2     | 02/04/2026 |            | LEFTRL
               | 2     | 03/05/2026 |            | LEFTRL
               | 2     |            |            | LEFTRL
               |       | 01/04/2026 | 10/05/2026 | LEFTRL
               |       | 02/04/2026 |            | LEFTRL
*/

-- A social worker did not begin and end on one day.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DECOM, SW_DEC
-- needs: SWEpisodes.SW_DECOM, SWEpisodes.SW_DEC
-- mend: Check both days, or leave out a worker of a single day.
SELECT row FROM SWEpisodes WHERE SW_DECOM = SW_DEC

/* cases
fires: one day
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/05/2026 | 01/05/2026
    flags      | 1
passes: the day after, the day before (not judged here), and blanks
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/05/2026 | 02/05/2026
               | 2     | 01/05/2026 | 30/04/2026
               | 3     | 01/05/2026 |
               | 4     |            | 01/05/2026
               | 5     |            |
*/

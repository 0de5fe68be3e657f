-- A social worker began on the last day of the year or before.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DECOM
-- needs: SWEpisodes.SW_DECOM
-- mend: Check the day on which the worker began, or leave out a row of next year.
SELECT row FROM SWEpisodes WHERE SW_DECOM > ye()

/* cases
fires: the day after the year
    SWEpisodes | CHILD | SW_DECOM
               | 1     | 01/04/2027
    flags      | 1
passes: its last day, before the year, and blank
    SWEpisodes | CHILD | SW_DECOM
               | 1     | 31/03/2027
               | 2     | 01/05/2019
               | 3     |
*/

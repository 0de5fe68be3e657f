-- A social worker who is given an end ended within the collection year.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DEC
-- needs: SWEpisodes.SW_DEC
-- mend: Check the day on which the worker ended, or leave out a row that is not of this year.
SELECT row FROM SWEpisodes WHERE SW_DEC NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year and the day after it
    SWEpisodes | CHILD | SW_DEC
               | 1     | 31/03/2026
               | 2     | 01/04/2027
    flags      | 1 | 2
passes: its first and last day, and blank
    SWEpisodes | CHILD | SW_DEC
               | 1     | 01/04/2026
               | 2     | 31/03/2027
               | 3     |
*/

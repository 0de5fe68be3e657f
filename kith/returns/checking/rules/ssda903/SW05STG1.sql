-- The day on which a social worker ended, where it is given, is a real day written as DD/MM/YYYY.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DEC
-- needs: SWEpisodes.SW_DEC
-- mend: Give the day on which the worker ended, as DD/MM/YYYY, or leave it blank while they go on.
SELECT row FROM SWEpisodes WHERE not_a_date(SW_DEC_text)

/* cases
fires: not a real day, or otherwise written
    SWEpisodes | CHILD | SW_DEC
               | 1     | 31/06/2026
               | 2     | 2026-06-01
               | 3     | 29/02/2027
               | 4     | June
    flags      | 1 | 2 | 3 | 4
passes: real days, and blank
    SWEpisodes | CHILD | SW_DEC
               | 1     | 30/06/2026
               | 2     | 29/02/2024
               | 3     |
*/

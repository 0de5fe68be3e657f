-- A social worker's id begins with SW or XX and is at least 4 characters long.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_ID
-- needs: SWEpisodes.SW_ID
-- mend: Give the worker's Social Work England number, such as SW12345.
SELECT row FROM SWEpisodes WHERE NOT (left(SW_ID, 2) IN ('SW', 'XX') AND length(SW_ID) >= 4)

/* cases
fires: begins otherwise, or is too short
    SWEpisodes | CHILD | SW_ID
               | 1     | 12345
               | 2     | SW1
               | 3     | sw12345
               | 4     | XX
    flags      | 1 | 2 | 3 | 4
passes: right, and blank
    SWEpisodes | CHILD | SW_ID
               | 1     | SW12
               | 2     | XX123
               | 3     |
*/

-- A social worker who began before 1 April 2023 has an id.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_ID, SW_DECOM
-- needs: SWEpisodes.SW_ID, SWEpisodes.SW_DECOM
-- mend: Give the worker's Social Work England number, or the day on which they began if it is wrong.
SELECT row FROM SWEpisodes WHERE SW_DECOM < DATE '2023-04-01' AND SW_ID IS NULL

/* cases
fires: the day before
    SWEpisodes | CHILD | SW_ID | SW_DECOM
               | 1     |       | 31/03/2023
    flags      | 1
passes: has one, and a reason is not asked
    SWEpisodes | CHILD | SW_ID   | SW_DECOM   | SW_REASON
               | 1     | SW12345 | 31/03/2023 |
passes: from the day on, and where the day is not known (another rule's)
    SWEpisodes | CHILD | SW_ID | SW_DECOM
               | 1     |       | 01/04/2023
               | 2     |       |
*/

-- A row of a social worker has the day on which they began, and, from 1 April 2023 on, the worker's id and the
-- reason.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_ID, SW_DECOM, SW_REASON
-- needs: SWEpisodes.SW_ID, SWEpisodes.SW_DECOM, SWEpisodes.SW_REASON
-- mend: Give the day, the worker's Social Work England number and the reason for the change.
SELECT row FROM SWEpisodes
WHERE SW_DECOM_text IS NULL OR (SW_DECOM >= DATE '2023-04-01' AND (SW_ID IS NULL OR SW_REASON IS NULL))

/* cases
fires: each of the three
    SWEpisodes | CHILD | SW_ID   | SW_DECOM   | SW_REASON
               | 1     | SW12345 |            | FCONTA
               | 2     |         | 01/04/2023 | FCONTA
               | 3     | SW12345 | 01/04/2023 |
    flags      | 1 | 2 | 3
passes: all three, the day before, and a day that cannot be read
    SWEpisodes | CHILD | SW_ID   | SW_DECOM   | SW_REASON
               | 1     | SW12345 | 01/04/2023 | FCONTA
               | 2     |         | 31/03/2023 |
               | 3     |         | 31/06/2026 |
*/

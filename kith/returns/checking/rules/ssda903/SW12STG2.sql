-- A spell of care, other than of short breaks (V3, V4), that began or ended in the year had a social worker on
-- each day in it.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_DECOM, SW_DEC
-- needs: SWEpisodes.SW_DECOM, SWEpisodes.SW_DEC, Episodes.DECOM, Episodes.DEC, Episodes.REC, Episodes.LS
-- mend: Add the worker that is lacking, or check the days on which workers began and ended.
WITH care AS (
    -- what is in the year of each such spell
    SELECT CHILD, greatest(min(DECOM), ys()) AS since, least(max(till), ye()) AS until
    FROM Episodes WHERE NOT short_break AND CHILD IS NOT NULL
    GROUP BY CHILD, period
    HAVING min(DECOM) BETWEEN ys() AND ye() OR bool_or(REC <> 'X1' AND DEC BETWEEN ys() AND ye())),
worked AS (
    -- a day that is not known or cannot be read is taken to be early or late enough
    SELECT care.*, row, coalesce(SW_DECOM, since) AS starts, coalesce(SW_DEC, until) AS ends
    FROM care LEFT JOIN SWEpisodes AS sw
        ON sw.CHILD = care.CHILD AND coalesce(SW_DECOM, since) <= until AND coalesce(SW_DEC, until) >= since)
SELECT row, CHILD AS child FROM worked
WINDOW own AS (PARTITION BY CHILD, since ORDER BY starts, ends, row)
QUALIFY row IS NULL
    OR starts > coalesce(max(ends) OVER (own ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1, since)
    OR (lead(row) OVER own IS NULL AND max(ends) OVER (own ROWS UNBOUNDED PRECEDING) < until)

/* cases
fires: no worker at all, or none in that spell
    Episodes   | CHILD | DECOM      | RNE | LS | DEC        | REC
               | 1     | 01/05/2026 | S   | C2 |            |
               | 2     | 01/05/2025 | S   | C2 | 01/05/2026 | E4A
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 2     | 02/05/2026 |
    flags      | child 1 | child 2
fires: began the day after care, or ended the day before it ended
    Episodes   | CHILD | DECOM      | RNE | LS | DEC        | REC
               | 1     | 01/05/2026 | S   | C2 |            |
               | 2     | 01/05/2025 | S   | C2 | 01/05/2026 | E4A
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 02/05/2026 |
               | 2     | 01/01/2025 | 30/04/2026
    flags      | 1 | 2
fires: a day without a worker between two
    Episodes   | CHILD | DECOM      | RNE | LS | DEC | REC
               | 1     | 01/05/2026 | S   | C2 |     |
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/05/2026 | 10/06/2026
               | 1     | 12/06/2026 |
    flags      | 2
passes: from the day to the day, handed on the day after or overlapping
    Episodes   | CHILD | DECOM      | RNE | LS | DEC        | REC
               | 1     | 01/05/2026 | S   | C2 | 01/07/2026 | X1
               | 1     | 01/07/2026 | P   | C2 | 01/09/2026 | E4A
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 11/06/2026 | 01/08/2026
               | 1     | 01/05/2026 | 10/06/2026
               | 1     | 15/07/2026 | 01/09/2026
passes: only the days within the year, and a day that cannot be read
    Episodes   | CHILD | DECOM      | RNE | LS | DEC        | REC
               | 1     | 01/05/2025 | S   | C2 | 01/05/2026 | E4A
               | 2     | 01/05/2026 | S   | C2 |            |
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/04/2026 |
               | 2     | 31/04/2026 |
passes: short breaks, looked after the whole year, or neither began nor ended in it
    Episodes | CHILD | DECOM      | RNE | LS | DEC        | REC
             | 1     | 01/05/2026 | S   | V4 |            |
             | 2     | 01/05/2025 | S   | C2 |            |
             | 3     | 31/03/2026 | S   | C2 | 01/05/2026 | X1
             | 3     | 01/05/2026 | P   | C2 |            |
*/

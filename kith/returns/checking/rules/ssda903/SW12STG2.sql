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
-- Spells meet workers by ASOF joins, by what was the latest so far and not pair by pair, however many a child has.
reach AS (SELECT CHILD, since, max(until) OVER (PARTITION BY CHILD ORDER BY since) AS until FROM care),
workers AS (
    -- a day that is not known or cannot be read is taken to be early or late enough
    SELECT CHILD, row, coalesce(SW_DECOM, DATE '0001-01-01') AS starts, coalesce(SW_DEC, DATE '9999-12-31') AS ends,
        CASE WHEN SW_DECOM IS NOT NULL THEN SW_DEC END AS known
    FROM SWEpisodes WHERE CHILD IS NOT NULL),
so_far AS (
    SELECT *, max(ends) OVER (own ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
        max({'ends': ends, 'row': row}) OVER days AS latest, max(known) OVER days AS latest_known
    FROM workers
    WINDOW own AS (PARTITION BY CHILD ORDER BY starts, ends, row), days AS (PARTITION BY CHILD ORDER BY starts)),
covered AS (
    -- of each spell, the worker who stayed longest of those who had begun by its end
    SELECT care.CHILD AS child, since, until, latest.row AS row,
        CASE WHEN since <= until THEN latest.ends ELSE latest_known END AS ends
    FROM care ASOF LEFT JOIN so_far ON so_far.CHILD = care.CHILD AND care.until >= so_far.starts)
SELECT CAST(NULL AS BIGINT) AS row, child FROM covered WHERE ends IS NULL OR ends < since
UNION ALL
SELECT row, child FROM covered WHERE ends BETWEEN since AND until - 1
UNION ALL
SELECT row, so_far.CHILD AS child
FROM so_far ASOF JOIN reach ON so_far.CHILD = reach.CHILD AND least(so_far.starts - 1, so_far.ends) >= reach.since
WHERE reach.until >= starts AND (before IS NULL OR starts > before + 1)

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
fires: nobody after the one who stayed longest
    Episodes   | CHILD | DECOM      | RNE | LS | DEC | REC
               | 1     | 01/05/2026 | S   | C2 |     |
    SWEpisodes | CHILD | SW_DECOM   | SW_DEC
               | 1     | 01/05/2026 | 30/09/2026
               | 1     | 01/06/2026 | 15/06/2026
    flags      | 1
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

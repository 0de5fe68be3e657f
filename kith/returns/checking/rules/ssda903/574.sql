-- A child's missing periods follow one another: each begins when the one before it has ended.
-- severity: error
-- flags: Missing
-- columns: MIS_START, MIS_END
-- needs: Missing.MIS_START, Missing.MIS_END
-- mend: Give the end of the earlier period, correct the days, or make them one period.
SELECT row FROM Missing
WHERE row IN (
    SELECT row FROM Missing WHERE CHILD IS NOT NULL
    -- the latest end of those before it: never where it is open, not judged where it cannot be read
    QUALIFY MIS_START < max(coalesce(
        MIS_END, CASE WHEN MIS_END_text IS NULL THEN DATE '9999-12-31' END)) OVER (
        PARTITION BY CHILD ORDER BY MIS_START, MIS_END NULLS LAST, row
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))

/* cases
fires: begins before the one before it ended, in whatever order they are written
    Missing | CHILD | MIS_START  | MIS_END
            | 1     | 09/06/2026 | 20/06/2026
            | 1     | 01/06/2026 | 10/06/2026
    flags   | 1
fires: begins while the one before it is open
    Missing | CHILD | MIS_START  | MIS_END
            | 1     | 01/06/2026 |
            | 1     | 09/07/2026 | 20/07/2026
    flags   | 2
fires: within a longer one that is not the one just before it, and the same twice
    Missing | CHILD | MIS_START  | MIS_END
            | 1     | 01/06/2026 | 31/08/2026
            | 1     | 05/06/2026 | 10/06/2026
            | 1     | 01/07/2026 | 10/07/2026
            | 2     | 01/07/2026 |
            | 2     | 01/07/2026 |
    flags   | 2 | 3 | 5
passes: begins on the day that the one before it ended; the last is open
    Missing | CHILD | MIS_START  | MIS_END
            | 1     | 01/06/2026 | 10/06/2026
            | 1     | 10/06/2026 |
passes: other children, nobody's, a start that is not known and an end that cannot be read
    Missing | CHILD | MIS_START  | MIS_END
            | 1     | 01/06/2026 | 10/06/2026
            | 2     | 05/06/2026 |
            |       | 01/06/2026 |
            |       | 02/06/2026 |
            | 1     |            | 10/06/2026
            | 3     | 01/06/2026 | 31/06/2026
            | 3     | 20/06/2026 | 25/06/2026
*/

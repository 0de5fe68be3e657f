-- A child's orders depriving of liberty follow one another: each begins when the one before it has ended.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_START, DOLO_END
-- needs: DoLo.DOLO_START, DoLo.DOLO_END
-- mend: Give the end of the earlier order, or correct the days.
SELECT row FROM DoLo
WHERE row IN (
    SELECT row FROM DoLo WHERE CHILD IS NOT NULL
    -- the latest end of those before it: never where it is open, not judged where it cannot be read
    QUALIFY DOLO_START < max(coalesce(
        DOLO_END, CASE WHEN DOLO_END_text IS NULL THEN DATE '9999-12-31' END)) OVER (
        PARTITION BY CHILD ORDER BY DOLO_START, DOLO_END NULLS LAST, row
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))

/* cases
fires: begins before the one before it ended, in whatever order they are written
    DoLo  | CHILD | DOLO_START | DOLO_END
          | 1     | 09/06/2026 | 20/06/2026
          | 1     | 01/06/2026 | 10/06/2026
    flags | 1
fires: begins while the one before it is open
    DoLo  | CHILD | DOLO_START | DOLO_END
          | 1     | 01/06/2026 |
          | 1     | 09/07/2026 | 20/07/2026
    flags | 2
fires: within a longer one that is not the one just before it, and the same twice
    DoLo  | CHILD | DOLO_START | DOLO_END
          | 1     | 01/06/2026 | 31/08/2026
          | 1     | 05/06/2026 | 10/06/2026
          | 1     | 01/07/2026 | 10/07/2026
          | 2     | 01/07/2026 |
          | 2     | 01/07/2026 |
    flags | 2 | 3 | 5
passes: begins on the day that the one before it ended; the last is open
    DoLo | CHILD | DOLO_START | DOLO_END
         | 1     | 01/06/2026 | 10/06/2026
         | 1     | 10/06/2026 |
passes: other children, nobody's, a start that is not known and an end that cannot be read
    DoLo | CHILD | DOLO_START | DOLO_END
         | 1     | 01/06/2026 | 10/06/2026
         | 2     | 05/06/2026 |
         |       | 01/06/2026 |
         |       | 02/06/2026 |
         | 1     |            | 10/06/2026
         | 3     | 01/06/2026 | 31/06/2026
         | 3     | 20/06/2026 | 25/06/2026
*/

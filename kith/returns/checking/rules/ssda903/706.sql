-- An order depriving a child of liberty that was open in last year's return is in this year's, from the same day.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_START
-- needs: DoLo.DOLO_START, DoLo_last.DOLO_START, DoLo_last.DOLO_END
-- mend: Add last year's open order with the same start, and its end where it has ended.
SELECT CHILD AS child FROM DoLo_last AS before
WHERE DOLO_START IS NOT NULL AND DOLO_END_text IS NULL AND CHILD IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM DoLo AS now WHERE now.CHILD = before.CHILD AND now.DOLO_START = before.DOLO_START)

/* cases
fires: not there, or there from another day
    DoLo_last | CHILD | DOLO_START | DOLO_END
              | 1     | 20/03/2026 |
              | 2     | 20/03/2026 |
    DoLo      | CHILD | DOLO_START | DOLO_END
              | 2     | 21/03/2026 | 03/04/2026
    flags     | child 1 | child 2
fires: one of two that were open
    DoLo_last | CHILD | DOLO_START | DOLO_END
              | 1     | 10/03/2026 |
              | 1     | 20/03/2026 |
    DoLo      | CHILD | DOLO_START | DOLO_END
              | 1     | 20/03/2026 | 03/04/2026
    flags     | child 1
passes: there, from the same day
    DoLo_last | CHILD | DOLO_START | DOLO_END
              | 1     | 20/03/2026 |
    DoLo      | CHILD | DOLO_START | DOLO_END
              | 1     | 20/03/2026 | 03/04/2026
passes: ended last year, begun on a day not known, or nobody's
    DoLo_last | CHILD | DOLO_START | DOLO_END
              | 1     | 20/03/2026 | 31/03/2026
              | 2     |            |
              |       | 20/03/2026 |
*/

-- A missing period that was open in last year's return is in this year's, from the same day.
-- severity: error
-- flags: Missing
-- columns: MIS_START
-- needs: Missing.MIS_START, Missing_last.MIS_START, Missing_last.MIS_END
-- mend: Add last year's open missing period with the same start, and its end where the child has been found.
SELECT CHILD AS child FROM Missing_last AS before
WHERE MIS_START IS NOT NULL AND MIS_END_text IS NULL AND CHILD IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM Missing AS now WHERE now.CHILD = before.CHILD AND now.MIS_START = before.MIS_START)

/* cases
fires: not there, or there from another day
    Missing_last | CHILD | MIS_START  | MIS_END
                 | 1     | 20/03/2026 |
                 | 2     | 20/03/2026 |
    Missing      | CHILD | MIS_START  | MIS_END
                 | 2     | 21/03/2026 | 03/04/2026
    flags        | child 1 | child 2
fires: one of two that were open
    Missing_last | CHILD | MIS_START  | MIS_END
                 | 1     | 10/03/2026 |
                 | 1     | 20/03/2026 |
    Missing      | CHILD | MIS_START  | MIS_END
                 | 1     | 20/03/2026 | 03/04/2026
    flags        | child 1
passes: there, from the same day
    Missing_last | CHILD | MIS_START  | MIS_END
                 | 1     | 20/03/2026 |
    Missing      | CHILD | MIS_START  | MIS_END
                 | 1     | 20/03/2026 | 03/04/2026
passes: ended last year, begun on a day not known, or nobody's
    Missing_last | CHILD | MIS_START  | MIS_END
                 | 1     | 20/03/2026 | 31/03/2026
                 | 2     |            |
                 |       | 20/03/2026 |
*/

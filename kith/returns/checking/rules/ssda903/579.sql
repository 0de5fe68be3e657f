-- A child's decisions to place for adoption follow one another: each was made when the one before it had ceased.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED, DATE_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED, PlacedAdoption.DATE_PLACED_CEASED
-- mend: Give the day on which the earlier decision ceased, or correct the days.
SELECT row FROM PlacedAdoption
WHERE row IN (
    SELECT row FROM PlacedAdoption WHERE CHILD IS NOT NULL
    -- the latest end of those before it: never where it is open, not judged where it cannot be read
    QUALIFY DATE_PLACED < max(coalesce(
        DATE_PLACED_CEASED, CASE WHEN DATE_PLACED_CEASED_text IS NULL THEN DATE '9999-12-31' END)) OVER (
        PARTITION BY CHILD ORDER BY DATE_PLACED, DATE_PLACED_CEASED NULLS LAST, row
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))

/* cases
fires: begins before the one before it ended, in whatever order they are written
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 09/06/2026  | 20/06/2026
                   | 1     | 01/06/2026  | 10/06/2026
    flags          | 1
fires: begins while the one before it is open
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/06/2026  |
                   | 1     | 09/07/2026  | 20/07/2026
    flags          | 2
fires: within a longer one that is not the one just before it, and the same twice
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/06/2026  | 31/08/2026
                   | 1     | 05/06/2026  | 10/06/2026
                   | 1     | 01/07/2026  | 10/07/2026
                   | 2     | 01/07/2026  |
                   | 2     | 01/07/2026  |
    flags          | 2 | 3 | 5
passes: begins on the day that the one before it ended; the last is open
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/06/2026  | 10/06/2026
                   | 1     | 10/06/2026  |
passes: other children, nobody's, a start that is not known and an end that cannot be read
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/06/2026  | 10/06/2026
                   | 2     | 05/06/2026  |
                   |       | 01/06/2026  |
                   |       | 02/06/2026  |
                   | 1     |             | 10/06/2026
                   | 3     | 01/06/2026  | 31/06/2026
                   | 3     | 20/06/2026  | 25/06/2026
*/

-- A child who is no longer to be placed for adoption has nothing in AD1.
-- severity: error
-- flags: AD1
-- columns: DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- needs: AD1.DATE_INT | AD1.DATE_MATCH | AD1.FOSTER_CARE | AD1.NB_ADOPTR | AD1.SEX_ADOPTR | AD1.LS_ADOPTR
-- needs: PlacedAdoption.DATE_PLACED_CEASED
-- mend: Leave AD1 blank, or take out the date on which the decision was withdrawn.
SELECT row FROM AD1
WHERE coalesce(DATE_INT_text, DATE_MATCH_text, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR) IS NOT NULL
  -- A decision withdrawn and made anew still stands.
  AND CHILD IN (SELECT CHILD FROM PlacedAdoption GROUP BY CHILD HAVING bool_and(DATE_PLACED_CEASED IS NOT NULL))

/* cases
fires: any answer
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/05/2026  | 01/06/2026
                   | 2     | 01/05/2026  | 01/06/2026
    AD1            | CHILD | DATE_INT   | NB_ADOPTR
                   | 1     | 01/05/2026 |
                   | 2     |            | 0
    flags          | 1 | 2
passes: a decision that stands, no answers, and not placed for adoption
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED
                   | 1     | 01/05/2026  |
                   | 2     | 01/05/2026  | 01/06/2026
                   | 2     | 01/07/2026  |
                   | 3     | 01/05/2026  | 01/06/2026
    AD1            | CHILD | DATE_INT   | NB_ADOPTR
                   | 1     | 01/05/2026 | 2
                   | 2     | 01/07/2026 | 2
                   | 3     |            |
                   | 4     | 01/05/2026 | 2
*/

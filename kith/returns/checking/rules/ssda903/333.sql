-- A child matched with adopters (DATE_MATCH) has a day of the decision to place for adoption (DATE_INT), no later
-- than the match.
-- severity: error
-- flags: AD1
-- columns: DATE_INT, DATE_MATCH
-- needs: AD1.DATE_INT, AD1.DATE_MATCH
-- mend: Give the day of the decision, or correct the two days.
SELECT row FROM AD1 WHERE DATE_MATCH_text IS NOT NULL AND DATE_INT_text IS NULL OR DATE_INT > DATE_MATCH

/* cases
fires: no decision, or one the day after
    AD1   | CHILD | DATE_INT   | DATE_MATCH
          | 1     |            | 01/05/2026
          | 2     | 02/05/2026 | 01/05/2026
    flags | 1 | 2
passes: the same day, no match, or a day that cannot be read
    AD1   | CHILD | DATE_INT   | DATE_MATCH
          | 1     | 01/05/2026 | 01/05/2026
          | 2     | 01/05/2026 |
          | 3     |            |
          | 4     | 31/02/2026 | 01/05/2026
*/

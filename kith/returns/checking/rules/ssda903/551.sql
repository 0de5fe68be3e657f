-- For a child in an adoption placement (A3 to A6) there is the date of the decision to place for adoption.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, Episodes.PLACE
-- mend: Give the date of the decision.
SELECT child, row FROM Children LEFT JOIN PlacedAdoption USING (child)
WHERE child IN (SELECT CHILD FROM Episodes WHERE PLACE IN ('A3', 'A4', 'A5', 'A6'))
  AND child NOT IN (SELECT CHILD FROM PlacedAdoption WHERE CHILD IS NOT NULL AND DATE_PLACED_text IS NOT NULL)

/* cases
fires: no date, or no row
    Episodes       | CHILD | PLACE
                   | 1     | A3
                   | 2     | A3
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     |
                   | 3     | 01/05/2026
    flags          | 1 | child 2
passes: a date, one that cannot be read, and not so placed
    Episodes       | CHILD | PLACE
                   | 1     | A3
                   | 2     | A3
                   | 3     | U4
                   | 4     |
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     |
                   | 1     | 01/05/2026
                   | 2     | 31/02/2026
                   | 3     |
*/

-- For a child under a placement order (LS E1) there is the date of the decision to place for adoption.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED
-- needs: PlacedAdoption.DATE_PLACED, Episodes.LS
-- mend: Give the date of the decision.
SELECT child, row FROM Children LEFT JOIN PlacedAdoption USING (child)
WHERE child IN (SELECT CHILD FROM Episodes WHERE LS = 'E1')
  AND child NOT IN (SELECT CHILD FROM PlacedAdoption WHERE CHILD IS NOT NULL AND DATE_PLACED_text IS NOT NULL)

/* cases
fires: no date, or no row
    Episodes       | CHILD | LS
                   | 1     | E1
                   | 2     | E1
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     |
                   | 3     | 01/05/2026
    flags          | 1 | child 2
passes: a date, one that cannot be read, and not so placed
    Episodes       | CHILD | LS
                   | 1     | E1
                   | 2     | E1
                   | 3     | C2
                   | 4     |
    PlacedAdoption | CHILD | DATE_PLACED
                   | 1     |
                   | 1     | 01/05/2026
                   | 2     | 31/02/2026
                   | 3     |
*/

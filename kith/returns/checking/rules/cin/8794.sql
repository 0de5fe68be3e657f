-- Each disability of a child is told once.
-- severity: error
-- flags: Disabilities
-- columns: Disability
-- needs: Disabilities.Disability
-- mend: Take out the row that says the same again.
SELECT row FROM Disabilities
WHERE LAchildID IS NOT NULL AND Disability IS NOT NULL
  AND row NOT IN (SELECT min(d.row) FROM Disabilities AS d GROUP BY d.LAchildID, d.Disability)

/* cases
fires: every time after the first
    Disabilities | LAchildID | Disability
                 | A1        | AUT
                 | A1        | LD
                 | A1        | AUT
                 | A1        | AUT
    flags        | 3 | 4
passes: of two children, and blanks
    Disabilities | LAchildID | Disability
                 | A1        | AUT
                 | A2        | AUT
                 | A3        |
                 | A3        |
                 |           | LD
                 |           | LD
*/

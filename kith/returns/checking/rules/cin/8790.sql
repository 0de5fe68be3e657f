-- “No disability” (NONE) stands alone: a child with a disability has the codes of that and not NONE.
-- severity: error
-- flags: Disabilities
-- columns: Disability
-- needs: Disabilities.Disability
-- mend: Take NONE out where the child has a disability.
SELECT row FROM Disabilities
WHERE Disability = 'NONE'
  AND LAchildID IN (SELECT d.LAchildID FROM Disabilities AS d WHERE d.Disability <> 'NONE')

/* cases
fires: beside a disability
    Disabilities | LAchildID | Disability
                 | A1        | AUT
                 | A1        | NONE
    flags        | 2
passes: alone, twice alone, of another child, and beside a blank
    Disabilities | LAchildID | Disability
                 | A1        | NONE
                 | A2        | AUT
                 | A2        | LD
                 | A3        | NONE
                 | A3        | NONE
                 | A4        | NONE
                 | A4        |
*/

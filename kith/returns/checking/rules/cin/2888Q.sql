-- In the whole authority, at least one child has more than one disability.
-- severity: query
-- flags: Disabilities
-- columns: Disability
-- needs: Disabilities.Disability
-- across: Disabilities
-- mend: Ask whether every disability of a child is given, and not the first alone.
SELECT CAST(NULL AS VARCHAR) AS child
WHERE NOT EXISTS (
    SELECT 1 FROM Disabilities WHERE Disability <> 'NONE'
    GROUP BY LAchildID HAVING count(DISTINCT Disability) > 1)

/* cases
fires: one each, and one given twice
    Disabilities | LAchildID | Disability
                 | C1        | MOB
                 | C2        | NONE
                 | C3        | HEAR
                 | C3        | HEAR
    flags        | child -
fires: one beside none is one
    Disabilities | LAchildID | Disability
                 | C1        | MOB
                 | C1        | NONE
                 | C1        |
    flags        | child -
passes: one child has two
    Disabilities | LAchildID | Disability
                 | C1        | MOB
                 | C2        | NONE
                 | C3        | HEAR
                 | C3        | VIS
*/

-- Each child is in the return once.
-- severity: error
-- flags: ChildIdentifiers
-- columns: LAchildID
-- needs: ChildIdentifiers.LAchildID
-- mend: Join the records of the child, or give the other child an identifier of its own.
SELECT row FROM ChildIdentifiers
WHERE LAchildID IN (SELECT LAchildID FROM ChildIdentifiers GROUP BY LAchildID HAVING count(*) > 1)

/* cases
fires: one identifier twice
    ChildIdentifiers | LAchildID | Sex
                     | C1        | F
                     | C2        | F
                     | C1        | M
    flags            | 1 | 3
passes: one each, and none given twice
    ChildIdentifiers | LAchildID | Sex
                     | C1        | F
                     | C2        | F
                     |           | F
                     |           | F
*/

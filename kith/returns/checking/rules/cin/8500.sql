-- Every child has an identifier of the authority's own.
-- severity: error
-- flags: ChildIdentifiers
-- columns: LAchildID
-- needs: ChildIdentifiers.LAchildID
-- mend: Give the identifier that the authority uses for the child, the same in every year.
SELECT row FROM ChildIdentifiers WHERE LAchildID IS NULL

/* cases
fires: a child without one
    ChildIdentifiers | LAchildID | Sex
                     | C1        | F
                     |           | F
    flags            | 2
passes: each has one
    ChildIdentifiers | LAchildID | Sex
                     | C1        | F
                     | C2        | F
*/

-- A child's identifier is made of letters and digits alone.
-- severity: error
-- flags: ChildIdentifiers
-- columns: LAchildID
-- needs: ChildIdentifiers.LAchildID
-- mend: Give the child an identifier of letters and digits alone, the same in every year.
SELECT row FROM ChildIdentifiers WHERE NOT regexp_full_match(LAchildID, '[A-Za-z0-9]+')

/* cases
fires: a sign, a space, and a letter that is not plain
    ChildIdentifiers | LAchildID
                     | C-1
                     | C 1
                     | C/1
                     | Cé1
    flags            | 1 | 2 | 3 | 4
passes: letters and digits, and none given
    ChildIdentifiers | LAchildID | Sex
                     | C1        | F
                     | c1        | F
                     | 0001      | F
                     |           | F
*/

-- A child's identifier has at most 20 characters.
-- severity: error
-- flags: ChildIdentifiers
-- columns: LAchildID
-- needs: ChildIdentifiers.LAchildID
-- mend: Give the child an identifier of at most 20 letters and digits, the same in every year.
SELECT row FROM ChildIdentifiers WHERE length(LAchildID) > 20

/* cases
fires: twenty-one characters
    ChildIdentifiers | LAchildID
                     | A12345678901234567890
    flags            | 1
passes: twenty, one, and none given
    ChildIdentifiers | LAchildID            | Sex
                     | A1234567890123456789 | F
                     | 1                    | F
                     |                      | F
*/

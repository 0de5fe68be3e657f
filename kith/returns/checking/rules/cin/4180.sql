-- The sex of a child is given: M, F or U.
-- severity: error
-- flags: ChildIdentifiers
-- columns: Sex
-- needs: ChildIdentifiers.Sex
-- mend: Give M for male, F for female, or U where it is not known.
SELECT row FROM ChildIdentifiers WHERE Sex IS NULL OR NOT valid_sex(Sex)

/* cases
fires: none given, a code of former years, and one in small
    ChildIdentifiers | LAchildID | Sex
                     | C1        |
                     | C2        | 1
                     | C3        | f
    flags            | 1 | 2 | 3
passes: each of the three
    ChildIdentifiers | LAchildID | Sex
                     | C1        | M
                     | C2        | F
                     | C3        | U
*/

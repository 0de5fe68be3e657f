-- An absence, where its kind is given, is either missing (M) or away without leave (A).
-- severity: error
-- flags: Missing
-- columns: MISSING
-- needs: Missing.MISSING
-- mend: Say whether the child was missing (M) or away from placement without authorisation (A).
SELECT row FROM Missing WHERE NOT valid_missing(MISSING)

/* cases
fires: what is not a code of this year
    Missing  | CHILD | MISSING
             | 1     | m
             | 2     | X
    flags    | 1 | 2
passes: codes, and none given
    Missing  | CHILD | MISSING
             | 1     | M
             | 2     | A
             | 3     |
*/

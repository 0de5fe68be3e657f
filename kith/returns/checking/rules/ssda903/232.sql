-- A child's sex is known: U is looked at again.
-- severity: query
-- flags: Header
-- columns: SEX
-- needs: Header.SEX
-- mend: Give the child's sex if it is known.
SELECT row FROM Header WHERE SEX = 'U'

/* cases
fires: not known
    Header | CHILD | SEX
           | 1     | U
    flags  | 1
passes: known, or blank
    Header | CHILD | SEX
           | 1     | M
           | 2     | F
           | 3     |
*/

-- A mother's record gives the date of birth of her first child.
-- severity: error
-- flags: Header
-- columns: MOTHER, MC_DOB
-- needs: Header.MOTHER, Header.MC_DOB
-- mend: Give the date of birth of her child, or correct whether she is a mother.
SELECT row FROM Header WHERE MOTHER = '1' AND MC_DOB_text IS NULL

/* cases
fires: not given
    Header | CHILD | MOTHER | MC_DOB
           | 1     | 1      |
    flags  | 1
passes: given, though it cannot be read, and no mother
    Header | CHILD | MOTHER | MC_DOB
           | 1     | 1      | 01/05/2026
           | 2     | 1      | 31/06/2026
           | 3     | 0      |
           | 4     |        |
*/

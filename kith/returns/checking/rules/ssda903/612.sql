-- A girl who is not said to be a mother has no date of birth of a child of hers.
-- severity: error
-- flags: Header
-- columns: SEX, MOTHER, MC_DOB
-- needs: Header.SEX, Header.MOTHER, Header.MC_DOB
-- mend: Say that she is a mother (1), or clear the date of birth of her child.
SELECT row FROM Header WHERE SEX = 'F' AND coalesce(MOTHER, '0') = '0' AND MC_DOB_text IS NOT NULL

/* cases
fires: no mother, or not said
    Header | CHILD | SEX | MOTHER | MC_DOB
           | 1     | F   | 0      | 01/05/2026
           | 2     | F   |        | 01/05/2026
           | 3     | F   | 0      | not known
    flags  | 1 | 2 | 3
passes: a mother, no date, or not a girl
    Header | CHILD | SEX | MOTHER | MC_DOB
           | 1     | F   | 1      | 01/05/2026
           | 2     | F   | 0      |
           | 3     | F   |        |
           | 4     | M   |        | 01/05/2026
           | 5     |     |        | 01/05/2026
*/

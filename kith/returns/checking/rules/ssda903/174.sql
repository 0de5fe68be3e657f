-- No date of birth of a first child is given for a boy.
-- severity: error
-- flags: Header
-- columns: SEX, MC_DOB
-- needs: Header.SEX, Header.MC_DOB
-- mend: Take the date of birth of the first child away, or mend the sex.
SELECT row FROM Header WHERE SEX = 'M' AND MC_DOB_text IS NOT NULL

/* cases
fires: a boy with a first child's date of birth
    Header   | CHILD | SEX | MC_DOB
             | 1     | M   | 01/05/2026
    flags    | 1
passes: a boy without, others with
    Header   | CHILD | SEX | MC_DOB
             | 1     | M   |
             | 2     | F   | 01/05/2026
             | 3     | U   | 01/05/2026
             | 4     |     | 01/05/2026
*/

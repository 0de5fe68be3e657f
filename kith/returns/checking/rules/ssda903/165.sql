-- Whether she is a mother (0 or 1) is said of every girl looked after in the year, short breaks aside, and never
-- of a boy.
-- severity: error
-- flags: Header
-- columns: SEX, MOTHER
-- needs: Header.SEX, Header.MOTHER, Episodes.DECOM, Episodes.DEC, Episodes.LS
-- mend: Say 1 for a mother and 0 for other girls; leave it blank for boys.
SELECT row FROM Header
WHERE (SEX = 'M' AND MOTHER IS NOT NULL)
OR (SEX = 'F' AND (MOTHER IS NULL OR NOT valid_yesno(MOTHER))
    AND CHILD IN (SELECT CHILD FROM Episodes
        WHERE DECOM <= ye() AND till >= ys() AND NOT coalesce(short_break, false)))

/* cases
fires: a girl in care without it or with another code, and a boy with it
    Header   | CHILD | SEX | MOTHER
             | 1     | F   |
             | 2     | F   | 2
             | 3     | M   | 0
             | 4     | M   | 1
    Episodes | CHILD | DECOM      | DEC        | LS
             | 1     | 01/06/2025 | 01/04/2026 | C2
             | 2     | 31/03/2027 |            | V2
    flags    | 1 | 2 | 3 | 4
passes: said, a boy without, short breaks alone, no episode this year, sex not known
    Header   | CHILD | SEX | MOTHER
             | 1     | F   | 0
             | 2     | F   | 1
             | 3     | M   |
             | 4     | F   |
             | 5     | F   |
             | 6     | F   |
             | 7     | U   |
             | 8     |     | 1
    Episodes | CHILD | DECOM      | DEC        | LS
             | 1     | 01/04/2026 |            | C2
             | 2     | 01/04/2026 |            | C2
             | 3     | 01/04/2026 |            | C2
             | 4     | 01/04/2026 |            | V3
             | 5     | 01/06/2025 | 31/03/2026 | C2
             | 7     | 01/04/2026 |            | C2
*/

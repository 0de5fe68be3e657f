-- It is said of every girl looked after, other than in short breaks alone, whether she is a mother.
-- severity: error
-- flags: Header
-- columns: SEX, MOTHER
-- needs: Header.SEX, Header.MOTHER, Episodes.LS
-- mend: Say whether she is a mother: 1 or 0.
SELECT row FROM Header
WHERE SEX = 'F' AND MOTHER IS NULL
  AND CHILD IN (SELECT CHILD FROM Episodes WHERE NOT coalesce(short_break, false))

/* cases
fires: one episode that is not a short break is enough
    Header   | CHILD | SEX | MOTHER
             | 1     | F   |
             | 2     | F   |
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | V3
             | 2     | 01/06/2026 | V2
    flags    | 1 | 2
passes: said, a boy, short breaks alone, and no episodes
    Header   | CHILD | SEX | MOTHER
             | 1     | F   | 0
             | 2     | F   | 1
             | 3     | M   |
             | 4     | F   |
             | 5     | F   |
             | 6     | U   |
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
             | 3     | 01/04/2026 | C2
             | 4     | 01/04/2026 | V4
             | 6     | 01/04/2026 | C2
*/

-- A girl who ceased to be looked after in the year, other than from short breaks (V3, V4), is said to be a mother
-- or not.
-- severity: error
-- flags: Header
-- columns: SEX, MOTHER
-- needs: Header.SEX, Header.MOTHER, Episodes.DEC, Episodes.REC, Episodes.LS
-- mend: Say whether she is a mother (1) or not (0).
SELECT row FROM Header
WHERE SEX = 'F' AND MOTHER IS NULL
    AND CHILD IN (
        SELECT CHILD FROM Episodes
        WHERE REC <> 'X1' AND DEC BETWEEN ys() AND ye() AND LS NOT IN ('V3', 'V4'))

/* cases
fires: left on the first and on the last day of the year
    Header   | CHILD | SEX | MOTHER
             | 1     | F   |
             | 2     | F   |
    Episodes | CHILD | DECOM      | LS | DEC        | REC
             | 1     | 01/04/2025 | C2 | 01/04/2026 | E4A
             | 2     | 01/04/2025 | V2 | 31/03/2027 | E8
    flags    | 1 | 2
passes: it is said, or the child is not a girl
    Header   | CHILD | SEX | MOTHER
             | 1     | F   | 0
             | 2     | F   | 1
             | 3     | M   |
             | 4     | U   |
             | 5     |     |
    Episodes | CHILD | DECOM      | LS | DEC        | REC
             | 1     | 01/04/2025 | C2 | 01/05/2026 | E4A
             | 2     | 01/04/2025 | C2 | 01/05/2026 | E4A
             | 3     | 01/04/2025 | C2 | 01/05/2026 | E4A
             | 4     | 01/04/2025 | C2 | 01/05/2026 | E4A
             | 5     | 01/04/2025 | C2 | 01/05/2026 | E4A
passes: short breaks, another episode followed, still looked after, or left the day before or after the year
    Header   | CHILD | SEX | MOTHER
             | 1     | F   |
             | 2     | F   |
             | 3     | F   |
             | 4     | F   |
             | 5     | F   |
    Episodes | CHILD | DECOM      | LS | DEC        | REC
             | 1     | 01/04/2025 | V4 | 01/05/2026 | E4A
             | 2     | 01/04/2025 | C2 | 01/05/2026 | X1
             | 3     | 01/04/2025 | C2 |            |
             | 4     | 01/04/2025 | C2 | 31/03/2026 | E4A
             | 5     | 01/04/2025 | C2 | 01/04/2027 | E4A
*/

-- Of a child looked after all year who is under 5 at its end it is said whether health checks were up to date.
-- severity: error
-- flags: OC2
-- columns: DOB, HEALTH_CHECK
-- needs: OC2.DOB, OC2.HEALTH_CHECK, Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Say whether the child's health checks were up to date: 1 or 0.
SELECT child, row FROM Children LEFT JOIN OC2 USING (child)
WHERE cla12 AND HEALTH_CHECK IS NULL AND birthday(coalesce(OC2.DOB, Children.dob), 5) > ye()

/* cases
fires: 5 on the day after the year, and where there is no row
    Header   | CHILD | DOB
             | 2     | 01/04/2022
    OC2      | CHILD | DOB        | HEALTH_CHECK
             | 1     | 01/04/2022 |
    Episodes | CHILD | DECOM      | RNE | LS
             | 1     | 01/04/2026 | S   | C2
             | 2     | 01/06/2025 | P   | V2
    flags    | 1 | child 2
passes: answered, 5 on the last day, not known, not looked after all year
    OC2      | CHILD | DOB        | HEALTH_CHECK
             | 1     | 01/04/2022 | 0
             | 2     | 31/03/2022 |
             | 3     |            |
             | 4     | 01/04/2022 |
             | 5     | 01/04/2022 |
             | 6     | 01/04/2022 |
    Episodes | CHILD | DECOM      | RNE | LS | DEC        | REC
             | 1     | 01/04/2026 | S   | C2 |            |
             | 2     | 01/04/2026 | S   | C2 |            |
             | 3     | 01/04/2026 | S   | C2 |            |
             | 4     | 02/04/2026 | S   | C2 |            |
             | 5     | 01/04/2026 | S   | C2 | 30/03/2027 | E4A
*/

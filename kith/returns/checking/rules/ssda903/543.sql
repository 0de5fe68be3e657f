-- Of a child looked after all year who is 10 or over at its end it is said whether there was a conviction.
-- severity: error
-- flags: OC2
-- columns: DOB, CONVICTED
-- needs: OC2.DOB, OC2.CONVICTED, Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Say whether the child was convicted or given a final warning: 1 or 0.
SELECT child, row FROM Children LEFT JOIN OC2 USING (child)
WHERE cla12 AND CONVICTED IS NULL AND birthday(coalesce(OC2.DOB, Children.dob), 10) <= ye()

/* cases
fires: 10 on the last day, and where there is no row
    Header   | CHILD | DOB
             | 2     | 31/03/2017
    OC2      | CHILD | DOB        | CONVICTED
             | 1     | 31/03/2017 |
    Episodes | CHILD | DECOM      | RNE | LS
             | 1     | 01/04/2026 | S   | C2
             | 2     | 01/06/2025 | P   | V2
    flags    | 1 | child 2
passes: answered, 10 on the day after, not known, not looked after all year
    OC2      | CHILD | DOB        | CONVICTED
             | 1     | 31/03/2017 | 0
             | 2     | 01/04/2017 |
             | 3     |            |
             | 4     | 31/03/2017 |
             | 5     | 31/03/2017 |
             | 6     | 31/03/2017 |
    Episodes | CHILD | DECOM      | RNE | LS | DEC        | REC
             | 1     | 01/04/2026 | S   | C2 |            |
             | 2     | 01/04/2026 | S   | C2 |            |
             | 3     | 01/04/2026 | S   | C2 |            |
             | 4     | 02/04/2026 | S   | C2 |            |
             | 5     | 01/04/2026 | S   | C2 | 30/03/2027 | E4A
*/

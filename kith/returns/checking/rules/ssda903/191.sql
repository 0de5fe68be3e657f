-- Immunisations, teeth, health assessment and misuse of substances (OC2) are all answered for every child looked
-- after the whole year.
-- severity: error
-- flags: OC2
-- columns: IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE
-- needs: OC2.IMMUNISATIONS, OC2.TEETH_CHECK, OC2.HEALTH_ASSESSMENT, OC2.SUBSTANCE_MISUSE, Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Answer all four questions in the child's row of OC2.
SELECT row, CHILD AS child FROM OC2
WHERE CHILD IN (SELECT child FROM Children WHERE cla12)
AND (IMMUNISATIONS IS NULL OR TEETH_CHECK IS NULL OR HEALTH_ASSESSMENT IS NULL OR SUBSTANCE_MISUSE IS NULL)
UNION ALL
SELECT NULL, child FROM Children WHERE cla12 AND child NOT IN (SELECT CHILD FROM OC2 WHERE CHILD IS NOT NULL)

/* cases
fires: one or all are lacking
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
    OC2      | CHILD | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE
             | 1     | 1             | 1           | 1                 |
             | 2     |               |             |                   |
    flags    | 1 | 2
fires: no row at all
    Episodes | CHILD | DECOM      | LS
             | 5     | 01/04/2026 | C2
    flags    | child 5
passes: all four, or not looked after all year
    Episodes | CHILD | DECOM      | RNE | LS
             | 1     | 01/04/2026 | S   | C2
             | 2     | 02/04/2026 | S   | C2
             | 3     | 02/04/2026 | S   | C2
    OC2      | CHILD | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE
             | 1     | 1             | 0           | 1                 | 0
             | 2     |               |             |                   |
             | 4     |               |             |                   |
*/

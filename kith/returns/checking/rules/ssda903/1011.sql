-- A young person whose care was last taken over by another authority (REC E3) has no care leaver's answers (OC3).
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM, Episodes.DECOM, Episodes.REC
-- mend: Take the care leaver's answers away, or mend the reason that the last episode ended.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND CHILD IN (SELECT child FROM Children WHERE last_rec = 'E3')

/* cases
fires: the last of two episodes ended so, though it stands first
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     |          | F2    |
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/06/2026 | 01/07/2026 | E3
             | 1     | 01/04/2026 | 01/06/2026 | X1
    flags    | 1
passes: came back into care since, left otherwise, or no answers
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | YES      | F2    | B1
             | 2     | YES      | F2    | B1
             | 3     |          |       |
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/06/2026 | E3
             | 1     | 01/07/2026 | 01/08/2026 | E5
             | 2     | 01/04/2026 | 01/06/2026 | E5
             | 3     | 01/04/2026 | 01/06/2026 | E3
*/

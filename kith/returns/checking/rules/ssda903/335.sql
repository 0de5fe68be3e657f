-- A child adopted by the foster carer (FOSTER_CARE 1) was placed last with the current foster carer (A3, A5; once
-- A2); one adopted by others (0) was placed last with others (A4, A6; once A1).
-- severity: error
-- flags: AD1
-- columns: FOSTER_CARE
-- needs: AD1.FOSTER_CARE, Episodes.PLACE, Episodes.REC
-- mend: Check who adopted the child, and the last placement.
SELECT row FROM AD1
WHERE (AD1.CHILD, FOSTER_CARE) IN (
    SELECT (child, CASE WHEN last_place IN ('A2', 'A3', 'A5') THEN '0' ELSE '1' END) FROM Children
    WHERE last_rec IN ('E11', 'E12') AND last_place IN ('A1', 'A2', 'A3', 'A4', 'A5', 'A6'))

/* cases
fires: the one and not the other
    AD1      | CHILD | FOSTER_CARE
             | 1     | 0
             | 2     | 1
    Episodes | CHILD | DECOM      | PLACE | DEC        | REC
             | 1     | 01/04/2026 | A4    | 01/05/2026 | X1
             | 1     | 01/05/2026 | A5    | 01/09/2026 | E12
             | 2     | 01/05/2026 | A4    | 01/09/2026 | E11
    flags    | 1 | 2
passes: as placed, not adopted, another placement, or blank
    AD1      | CHILD | FOSTER_CARE
             | 1     | 1
             | 2     | 0
             | 3     | 0
             | 4     | 0
             | 5     |
    Episodes | CHILD | DECOM      | PLACE | DEC        | REC
             | 1     | 01/05/2026 | A3    | 01/09/2026 | E11
             | 2     | 01/05/2026 | A6    | 01/09/2026 | E12
             | 3     | 01/05/2026 | A3    | 01/09/2026 | E4A
             | 4     | 01/05/2026 | U4    | 01/09/2026 | E11
             | 5     | 01/05/2026 | A3    | 01/09/2026 | E11
*/

-- A child who is an unaccompanied asylum seeker neither this year nor last has no day on which that status ceased
-- (DUC).
-- severity: error
-- flags: UASC
-- columns: DUC
-- needs: UASC.DUC, Header, Header_last
-- mend: Clear the day on which the status ceased, or say that the child was an unaccompanied asylum seeker.
SELECT row FROM UASC
WHERE DUC_text IS NOT NULL
    -- In CSV a row in UASC itself makes the child one: only XML can say otherwise.
    AND EXISTS (SELECT 1 FROM Header WHERE Header.CHILD = UASC.CHILD AND Header.UASC = '0')
    AND NOT EXISTS (SELECT 1 FROM Header_last AS before WHERE before.CHILD = UASC.CHILD AND before.UASC = '1')

/* cases
fires: a day, for a child who was one in neither year
    format      | xml
    Header      | CHILD | UASC
                | 1     | 0
                | 2     | 0
    Header_last | CHILD | UASC
                | 1     | 0
    UASC        | CHILD | DUC
                | 1     | 2026-05-01
                | 2     | 2026-05-01
    flags       | 1 | 2
passes: one this year, one last year, or no day
    format      | xml
    Header      | CHILD | UASC
                | 1     | 1
                | 2     | 0
                | 3     | 0
    Header_last | CHILD | UASC
                | 1     | 0
                | 2     | 1
                | 3     | 0
    UASC        | CHILD | DUC
                | 1     | 2026-05-01
                | 2     | 2026-05-01
                | 3     |
passes: CSV, where the row itself says that the child is one
    Header      | CHILD
                | 1
    UASC        | CHILD | DUC
                | 1     | 01/05/2026
*/

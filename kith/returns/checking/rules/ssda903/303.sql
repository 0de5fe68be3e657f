-- A child with a day on which the status of unaccompanied asylum seeker ceased (DUC) is said to be such a child.
-- severity: error
-- flags: UASC
-- columns: DUC
-- needs: UASC.DUC, Header
-- mend: Say that the child is an unaccompanied asylum seeker, or clear the day.
SELECT row FROM UASC
WHERE DUC_text IS NOT NULL AND EXISTS (
    SELECT 1 FROM Header WHERE Header.CHILD = UASC.CHILD AND Header.UASC IS DISTINCT FROM '1')

/* cases
fires: XML, where the header says no, or nothing
    format | xml
    Header | CHILD | UASC
           | 1     | 0
           | 2     |
    UASC   | CHILD | DUC
           | 1     | 2026-05-01
           | 2     | 2026-05-01
    flags  | 1 | 2
passes: XML, where it says yes, or no day is given
    format | xml
    Header | CHILD | UASC
           | 1     | 1
           | 2     | 0
    UASC   | CHILD | DUC
           | 1     | 2026-05-01
           | 2     |
passes: CSV, where the row itself says it
    Header | CHILD
           | 1
    UASC   | CHILD | DUC
           | 1     | 01/05/2026
*/

-- For a child who was an unaccompanied asylum seeker last year and is none this year, the day on which the status
-- ceased (DUC) is given and earlier than this year.
-- severity: error
-- flags: Header
-- columns: CHILD
-- needs: UASC, UASC_last.DUC, Header_last
-- mend: Give the child a row in UASC this year, or correct the day on which the status ceased.
SELECT row FROM Header
WHERE UASC = '0'
    AND EXISTS (SELECT 1 FROM Header_last AS before WHERE before.CHILD = Header.CHILD AND before.UASC = '1')
    AND NOT EXISTS (
        SELECT 1 FROM (SELECT CHILD, DUC FROM UASC UNION ALL SELECT CHILD, DUC FROM UASC_last) AS ceased
        WHERE ceased.CHILD = Header.CHILD AND ceased.DUC < ys())

/* cases
fires: never ceased, or ceased on the first day of this year
    Header      | CHILD
                | 1
                | 2
    Header_last | CHILD
                | 1
                | 2
    UASC_last   | CHILD | DUC
                | 1     |
                | 2     | 01/04/2026
    flags       | 1 | 2
passes: ceased on the last day of last year, still one, or never one
    Header      | CHILD
                | 1
                | 2
                | 3
    Header_last | CHILD
                | 1
                | 2
                | 3
    UASC        | CHILD
                | 2
    UASC_last   | CHILD | DUC
                | 1     | 31/03/2026
                | 2     |
fires: XML, where the header says it
    format      | xml
    Header      | CHILD | UASC
                | 1     | 0
                | 2     | 0
    Header_last | CHILD | UASC
                | 1     | 1
                | 2     | 1
    UASC        | CHILD | DUC
                | 2     | 2026-03-31
    UASC_last   | CHILD
                | 1
    flags       | 1
*/

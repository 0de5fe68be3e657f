-- An unaccompanied asylum seeker who was in last year's return was one in that return too.
-- severity: error
-- flags: UASC
-- columns: CHILD, DUC
-- needs: UASC, UASC_last, Header, Header_last
-- mend: Check whether the child came to the country alone, and correct the year that is wrong.
SELECT row FROM UASC
WHERE EXISTS (SELECT 1 FROM Header WHERE Header.CHILD = UASC.CHILD AND Header.UASC = '1')
    AND EXISTS (SELECT 1 FROM Header_last AS before WHERE before.CHILD = UASC.CHILD AND before.UASC = '0')

/* cases
fires: one this year, in last year's return without it
    Header      | CHILD
                | 1
    Header_last | CHILD
                | 1
    UASC        | CHILD
                | 1
    flags       | 1
passes: one in both years, or new this year
    Header      | CHILD
                | 1
                | 2
    Header_last | CHILD
                | 1
    UASC        | CHILD
                | 1
                | 2
    UASC_last   | CHILD
                | 1
passes: XML, with a day on which the status ceased and a header that says no
    format      | xml
    Header      | CHILD | UASC
                | 1     | 0
    Header_last | CHILD | UASC
                | 1     | 0
    UASC        | CHILD | DUC
                | 1     | 2026-05-01
*/

-- For an unaccompanied asylum seeker in both years, the day on which the status ceased (DUC), if given, is not
-- before this year nor after the 18th birthday, and is the same as any day that last year's return gave.
-- severity: error
-- flags: UASC
-- columns: DUC, DOB
-- needs: UASC.DUC, UASC_last.DUC, Header, Header_last
-- mend: Check the day on which the status ceased, in this year's return and in last year's.
SELECT row FROM UASC
WHERE EXISTS (SELECT 1 FROM Header WHERE Header.CHILD = UASC.CHILD AND Header.UASC = '1')
    AND EXISTS (SELECT 1 FROM Header_last AS before WHERE before.CHILD = UASC.CHILD AND before.UASC = '1')
    AND (DUC < ys() OR DUC > birthday(DOB, 18) OR EXISTS (
        SELECT 1 FROM UASC_last AS before WHERE before.CHILD = UASC.CHILD AND before.DUC IS DISTINCT FROM UASC.DUC
            AND before.DUC IS NOT NULL AND (UASC.DUC IS NOT NULL OR UASC.DUC_text IS NULL)))

/* cases
fires: the day before the year, the day after the 18th birthday, another day than last year, or none now
    Header      | CHILD
                | 1
                | 2
                | 3
                | 4
    Header_last | CHILD
                | 1
                | 2
                | 3
                | 4
    UASC        | CHILD | DOB        | DUC
                | 1     | 02/05/2008 | 31/03/2026
                | 2     | 02/05/2008 | 03/05/2026
                | 3     | 02/05/2009 | 01/06/2026
                | 4     | 02/05/2009 |
    UASC_last   | CHILD | DUC
                | 1     |
                | 2     |
                | 3     | 02/06/2026
                | 4     | 02/06/2026
    flags       | 1 | 2 | 3 | 4
passes: the first day of the year, the birthday, blank in both, the same in both, a day that cannot be read, or new
    Header      | CHILD
                | 1
                | 2
                | 3
                | 4
                | 5
                | 6
    Header_last | CHILD
                | 1
                | 2
                | 3
                | 4
                | 5
    UASC        | CHILD | DOB        | DUC
                | 1     | 02/05/2009 | 01/04/2026
                | 2     | 02/05/2008 | 02/05/2026
                | 3     | 02/05/2009 |
                | 4     | 02/05/2009 | 02/06/2026
                | 5     | 02/05/2009 | soon
                | 6     | 02/05/2009 | 31/03/2026
    UASC_last   | CHILD | DUC
                | 1     |
                | 2     |
                | 3     |
                | 4     | 02/06/2026
                | 5     | 02/06/2026
fires: born on 29 February, who turns 18 on 1 March in a common year
    year        | 2025-26
    Header      | CHILD
                | 1
                | 2
    Header_last | CHILD
                | 1
                | 2
    UASC        | CHILD | DOB        | DUC
                | 1     | 29/02/2008 | 01/03/2026
                | 2     | 29/02/2008 | 02/03/2026
    UASC_last   | CHILD | DUC
                | 1     |
                | 2     |
    flags       | 2
*/

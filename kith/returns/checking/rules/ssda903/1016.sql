-- Someone who left care after turning 17 or 18 in the year has no care leaver's answers (OC3): on that birthday
-- they were still looked after.
-- severity: error
-- flags: OC3
-- columns: DOB, IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.DOB, OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM, Episodes.DECOM, Episodes.DEC, Episodes.REC
-- mend: Take the care leaver's answers away, or mend the date of birth or the day on which care ended.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND birthday(DOB, 17) <= ye() AND birthday(DOB, 19) > ye()
AND (SELECT last_dec FROM Children WHERE Children.child = OC3.CHILD AND coalesce(last_rec <> 'X1', true))
    -- The birthday that falls in the year.
    > CASE WHEN birthday(DOB, 18) <= ye() THEN birthday(DOB, 18) ELSE birthday(DOB, 17) END

/* cases
fires: left the day after turning 17, or 18
    OC3      | CHILD | DOB        | IN_TOUCH
             | 1     | 02/05/2009 | YES
             | 2     | 02/05/2008 | YES
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 03/05/2026 | E5
             | 2     | 01/04/2026 | 03/05/2026 | E17
    flags    | 1 | 2
passes: left on the day, or before it; 19 in the year; no answers; gone on in another episode; days not known
    OC3      | CHILD | DOB        | IN_TOUCH
             | 1     | 02/05/2009 | YES
             | 2     | 02/05/2008 | YES
             | 3     | 31/03/2008 | YES
             | 4     | 02/05/2009 |
             | 5     | 02/05/2009 | YES
             | 6     |            | YES
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 02/05/2026 | E5
             | 2     | 01/04/2026 | 01/05/2026 | E5
             | 3     | 01/04/2026 | 03/04/2026 | E5
             | 4     | 01/04/2026 | 03/05/2026 | E5
             | 5     | 01/04/2026 | 03/05/2026 | X1
             | 5     | 03/05/2026 |            |
             | 6     | 01/04/2026 | 03/05/2026 | E5
passes: born on 29 February, left on the birthday, which is 1 March in a common year
    OC3      | CHILD | DOB        | IN_TOUCH
             | 1     | 28/02/2010 | YES
             | 2     | 29/02/2008 | YES
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 28/02/2027 | E5
             | 2     | 01/04/2026 | 01/03/2027 | E5
fires: left the day after a birthday at the end of February
    OC3      | CHILD | DOB        | IN_TOUCH
             | 1     | 28/02/2009 | YES
             | 2     | 01/03/2010 | YES
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/03/2027 | E5
             | 2     | 01/04/2026 | 02/03/2027 | E5
    flags    | 1 | 2
*/

-- Someone who turns 17 or 18 in the year and is still looked after has no care leaver's answers (OC3).
-- severity: error
-- flags: OC3
-- columns: DOB, IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.DOB, OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM, Episodes.DEC, Episodes.REC
-- mend: Take the care leaver's answers away, or end the episode if the young person has left care.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND birthday(DOB, 17) <= ye() AND birthday(DOB, 19) > ye()
AND CHILD IN (SELECT CHILD FROM Episodes WHERE next_row IS NULL AND DEC_text IS NULL AND REC IS NULL)

/* cases
fires: turns 17 on the last day of the year, or 19 on the day after it
    OC3      | CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM
             | 1     | 31/03/2010 | YES      |       |
             | 2     | 01/04/2008 |          |       | B1
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 |            |
             | 2     | 01/04/2026 | 01/06/2026 | X1
             | 2     | 01/06/2026 |            |
    flags    | 1 | 2
passes: 16 or 19 at the end of the year, no longer in care, no answers, or no date of birth
    OC3      | CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM
             | 1     | 01/04/2010 | YES      | F2    | B1
             | 2     | 31/03/2008 | YES      | F2    | B1
             | 3     | 31/03/2010 | YES      | F2    | B1
             | 4     | 31/03/2010 |          |       |
             | 5     |            | YES      | F2    | B1
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 |            |
             | 2     | 01/04/2026 |            |
             | 3     | 01/04/2026 | 01/06/2026 | E5
             | 4     | 01/04/2026 |            |
             | 5     | 01/04/2026 |            |
passes: born on 29 February, 19 on 1 March of a common year
    OC3      | CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM
             | 1     | 29/02/2008 | YES      | F2    | B1
    Episodes | CHILD | DECOM
             | 1     | 01/04/2026
*/

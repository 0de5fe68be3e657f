-- A young person who had died by last year's return (IN_TOUCH DIED) is shown so in this one.
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH
-- needs: OC3.IN_TOUCH, OC3_last.IN_TOUCH
-- mend: Check which of the two returns is right.
SELECT row FROM OC3
WHERE IN_TOUCH <> 'DIED' AND EXISTS (
    SELECT 1 FROM OC3_last AS before WHERE before.CHILD = OC3.CHILD AND before.IN_TOUCH = 'DIED')

/* cases
fires: in touch now
    OC3      | CHILD | IN_TOUCH
             | 1     | YES
             | 2     | RHOM
    OC3_last | CHILD | IN_TOUCH
             | 1     | DIED
             | 2     | DIED
    flags    | 1 | 2
passes: died in both, died this year, blank, or new
    OC3      | CHILD | IN_TOUCH
             | 1     | DIED
             | 2     | DIED
             | 3     |
             | 4     | YES
             | 5     | YES
    OC3_last | CHILD | IN_TOUCH
             | 1     | DIED
             | 2     | YES
             | 3     | DIED
             | 4     |
*/

-- A care leaver who has died or returned home (IN_TOUCH DIED, RHOM) has 0 for activity and for accommodation.
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM
-- mend: Put 0 for activity and accommodation, or correct whether the council is in touch.
SELECT row FROM OC3 WHERE IN_TOUCH IN ('DIED', 'RHOM') AND (ACTIV <> '0' OR ACCOM <> '0')

/* cases
fires: either of them is something else
    OC3   | CHILD | IN_TOUCH | ACTIV | ACCOM
          | 1     | DIED     | F1    | 0
          | 2     | RHOM     | 0     | B1
          | 3     | RHOM     |       | B1
    flags | 1 | 2 | 3
passes: both 0, blank, or in touch
    OC3   | CHILD | IN_TOUCH | ACTIV | ACCOM
          | 1     | DIED     | 0     | 0
          | 2     | RHOM     |       |
          | 3     | YES      | F1    | B1
          | 4     |          | F1    | B1
*/

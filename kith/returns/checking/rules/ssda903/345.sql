-- For a care leaver with whom the council is in touch, activity and accommodation are known: neither is 0.
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM
-- mend: Give activity and accommodation, or correct whether the council is in touch.
SELECT row FROM OC3 WHERE IN_TOUCH = 'YES' AND (ACTIV = '0' OR ACCOM = '0')

/* cases
fires: either of them is 0
    OC3   | CHILD | IN_TOUCH | ACTIV | ACCOM
          | 1     | YES      | 0     | B1
          | 2     | YES      | F1    | 0
    flags | 1 | 2
passes: both known, blank, or not in touch
    OC3   | CHILD | IN_TOUCH | ACTIV | ACCOM
          | 1     | YES      | F1    | B1
          | 2     | YES      |       |
          | 3     | NO       | 0     | 0
          | 4     |          | 0     | 0
*/

-- What is asked about a care leaver (OC3) is answered in full, or not at all.
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, OC3.ACTIV, OC3.ACCOM
-- mend: Give the answers that are lacking; 0 for activity and accommodation where they do not apply.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND (IN_TOUCH IS NULL OR ACTIV IS NULL OR ACCOM IS NULL)

/* cases
fires: one is lacking, or two
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     |          | F2    | B1
             | 2     | YES      |       | B1
             | 3     | NO       | 0     |
             | 4     | YES      |       |
    flags    | 1 | 2 | 3 | 4
passes: all, or none
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | YES      | F2    | B1
             | 2     |          |       |
             | 3     | NO       | 0     | 0
*/

-- Where any question on health and offending (OC2) is answered, those on immunisations, teeth, health assessment
-- and misuse of substances all are.
-- severity: error
-- flags: OC2
-- columns: IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE
-- needs: OC2.IMMUNISATIONS, OC2.TEETH_CHECK, OC2.HEALTH_ASSESSMENT, OC2.SUBSTANCE_MISUSE
-- mend: Answer the questions that are left blank.
SELECT row FROM OC2
WHERE coalesce(IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, CONVICTED, HEALTH_CHECK,
    INTERVENTION_RECEIVED, INTERVENTION_OFFERED) IS NOT NULL
AND (IMMUNISATIONS IS NULL OR TEETH_CHECK IS NULL OR HEALTH_ASSESSMENT IS NULL OR SUBSTANCE_MISUSE IS NULL)

/* cases
fires: one is lacking, or another question alone is answered
    OC2      | CHILD | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | CONVICTED
             | 1     |               | 1           | 1                 | 0                |
             | 2     | 1             |             | 1                 | 0                |
             | 3     | 1             | 1           |                   | 0                |
             | 4     | 1             | 1           | 1                 |                  |
             | 5     |               |             |                   |                  | 0
    flags    | 1 | 2 | 3 | 4 | 5
passes: all four, or none
    OC2      | CHILD | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | SDQ_SCORE
             | 1     | 1             | 0           | 1                 | 0                |
             | 2     |               |             |                   |                  | 12
*/

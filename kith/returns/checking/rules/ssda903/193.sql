-- Help with misuse of substances is answered, as received or as offered, only for a child who misused them.
-- severity: error
-- flags: OC2
-- columns: SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- needs: OC2.INTERVENTION_RECEIVED | OC2.INTERVENTION_OFFERED
-- needs: OC2.SUBSTANCE_MISUSE
-- mend: Leave both blank, or say that the child misused substances.
SELECT row FROM OC2 WHERE coalesce(SUBSTANCE_MISUSE, '0') = '0'
AND coalesce(INTERVENTION_RECEIVED, INTERVENTION_OFFERED) IS NOT NULL

/* cases
fires: no misuse, or not said, with either answer
    OC2      | CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
             | 1     | 0                | 0                     |
             | 2     | 0                |                       | 1
             | 3     |                  | 1                     |
             | 4     |                  |                       | 0
    flags    | 1 | 2 | 3 | 4
passes: misuse, or both blank
    OC2      | CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
             | 1     | 1                | 0                     | 1
             | 2     | 0                |                       |
             | 3     |                  |                       |
*/

-- Whether help was offered is said of a child who misused substances and received none.
-- severity: error
-- flags: OC2
-- columns: SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- needs: OC2.SUBSTANCE_MISUSE, OC2.INTERVENTION_RECEIVED, OC2.INTERVENTION_OFFERED
-- mend: Say whether help was offered.
SELECT row FROM OC2
WHERE SUBSTANCE_MISUSE = '1' AND INTERVENTION_RECEIVED = '0' AND INTERVENTION_OFFERED IS NULL

/* cases
fires: not received, and not said whether it was offered
    OC2      | CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
             | 1     | 1                | 0                     |
    flags    | 1
passes: said, received, not known whether received, or no misuse
    OC2      | CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
             | 1     | 1                | 0                     | 0
             | 2     | 1                | 1                     |
             | 3     | 1                |                       |
             | 4     | 0                | 0                     |
             | 5     |                  | 0                     |
*/

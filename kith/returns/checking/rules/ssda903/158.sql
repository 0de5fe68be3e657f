-- Help with misuse of substances that was received (INTERVENTION_RECEIVED 1) is not also answered as offered.
-- severity: error
-- flags: OC2
-- columns: INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- needs: OC2.INTERVENTION_RECEIVED, OC2.INTERVENTION_OFFERED
-- mend: Leave INTERVENTION_OFFERED blank where help was received.
SELECT row FROM OC2 WHERE INTERVENTION_RECEIVED = '1' AND INTERVENTION_OFFERED IS NOT NULL

/* cases
fires: received, and offered or not
    OC2      | CHILD | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
             | 1     | 1                     | 1
             | 2     | 1                     | 0
    flags    | 1 | 2
passes: received alone, not received, neither
    OC2      | CHILD | INTERVENTION_RECEIVED | INTERVENTION_OFFERED
             | 1     | 1                     |
             | 2     | 0                     | 1
             | 3     |                       | 1
             | 4     |                       |
*/

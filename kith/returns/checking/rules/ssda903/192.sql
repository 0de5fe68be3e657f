-- Whether help was received is said of a child who misused substances.
-- severity: error
-- flags: OC2
-- columns: SUBSTANCE_MISUSE, INTERVENTION_RECEIVED
-- needs: OC2.SUBSTANCE_MISUSE, OC2.INTERVENTION_RECEIVED
-- mend: Say whether the child received help.
SELECT row FROM OC2 WHERE SUBSTANCE_MISUSE = '1' AND INTERVENTION_RECEIVED IS NULL

/* cases
fires: not said
    OC2      | CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED
             | 1     | 1                |
    flags    | 1
passes: said, or no misuse
    OC2      | CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED
             | 1     | 1                | 0
             | 2     | 1                | 1
             | 3     | 0                |
             | 4     |                  |
*/

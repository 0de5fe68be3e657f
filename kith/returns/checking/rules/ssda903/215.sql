-- Someone who answers as a care leaver (OC3) has no answers as a child looked after for the whole year (OC2).
-- severity: error
-- flags: OC2
-- columns: CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE
-- needs: OC2.CONVICTED | OC2.HEALTH_CHECK | OC2.IMMUNISATIONS | OC2.TEETH_CHECK | OC2.HEALTH_ASSESSMENT | OC2.SUBSTANCE_MISUSE | OC2.INTERVENTION_RECEIVED | OC2.INTERVENTION_OFFERED
-- needs: OC3
-- mend: Take out the answers that do not belong: those in OC2 or those in OC3.
SELECT row FROM OC2
WHERE OC2.CHILD IN (SELECT child FROM Children WHERE has_oc3)
    AND coalesce(CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE,
        INTERVENTION_RECEIVED, INTERVENTION_OFFERED) IS NOT NULL

/* cases
fires: answers in both
    OC2   | CHILD | TEETH_CHECK | INTERVENTION_OFFERED
          | 1     | 0           |
          | 2     |             | 1
    OC3   | CHILD | IN_TOUCH | ACCOM
          | 1     | YES      |
          | 2     |          | 0
    flags | 1 | 2
passes: in one alone, or a score without answers
    OC2   | CHILD | TEETH_CHECK | SDQ_SCORE
          | 1     | 1           |
          | 2     |             | 12
          | 3     | 1           |
    OC3   | CHILD | IN_TOUCH
          | 1     |
          | 2     | YES
          | 4     | YES
*/

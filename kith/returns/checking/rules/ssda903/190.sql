-- Questions on health and offending (OC2) are answered only for a child looked after the whole year.
-- severity: error
-- flags: OC2
-- columns: CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- needs: OC2.CONVICTED | OC2.HEALTH_CHECK | OC2.IMMUNISATIONS | OC2.TEETH_CHECK | OC2.HEALTH_ASSESSMENT | OC2.SUBSTANCE_MISUSE | OC2.INTERVENTION_RECEIVED | OC2.INTERVENTION_OFFERED
-- needs: Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Take the answers away, or mend the episodes if the child was looked after all year.
SELECT row FROM OC2
WHERE coalesce(CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE,
    INTERVENTION_RECEIVED, INTERVENTION_OFFERED) IS NOT NULL
AND CHILD NOT IN (SELECT child FROM Children WHERE cla12)

/* cases
fires: one answer, for a child who came in after the first day or has no episode
    OC2      | CHILD | CONVICTED | INTERVENTION_OFFERED
             | 1     | 0         |
             | 2     |           | 1
    Episodes | CHILD | DECOM      | RNE | LS
             | 1     | 02/04/2026 | S   | C2
    flags    | 1 | 2
passes: looked after all year, or no answers
    OC2      | CHILD | CONVICTED | SDQ_SCORE
             | 1     | 0         |
             | 2     |           | 12
    Episodes | CHILD | DECOM      | RNE | LS
             | 1     | 01/04/2026 | S   | C2
*/

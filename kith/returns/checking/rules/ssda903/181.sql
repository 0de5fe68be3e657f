-- Each question on health and offending (OC2) that has an answer has 0 or 1.
-- severity: error
-- flags: OC2
-- columns: CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED
-- needs: OC2.CONVICTED | OC2.HEALTH_CHECK | OC2.IMMUNISATIONS | OC2.TEETH_CHECK | OC2.HEALTH_ASSESSMENT | OC2.SUBSTANCE_MISUSE | OC2.INTERVENTION_RECEIVED | OC2.INTERVENTION_OFFERED
-- mend: Answer 1 for yes and 0 for no.
SELECT row FROM OC2
WHERE NOT valid_yesno(CONVICTED) OR NOT valid_yesno(HEALTH_CHECK) OR NOT valid_yesno(IMMUNISATIONS)
OR NOT valid_yesno(TEETH_CHECK) OR NOT valid_yesno(HEALTH_ASSESSMENT) OR NOT valid_yesno(SUBSTANCE_MISUSE)
OR NOT valid_yesno(INTERVENTION_RECEIVED) OR NOT valid_yesno(INTERVENTION_OFFERED)

/* cases
fires: another answer, in the first or the last, whatever the rest
    OC2      | CHILD | CONVICTED | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | INTERVENTION_OFFERED
             | 1     | 2         |              |               |             |
             | 2     |           | Y            | 1             | 0           |
             | 3     | 0         | 0            | no            | 1           |
             | 4     | 0         | 0            | 1             | 1           | true
    flags    | 1 | 2 | 3 | 4
passes: 0, 1 and blank
    OC2      | CHILD | CONVICTED | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | INTERVENTION_OFFERED
             | 1     | 0         | 1            | 0             | 1           |
             | 2     |           |              |               |             |
*/

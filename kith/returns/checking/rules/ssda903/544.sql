-- Where convictions are answered, so are immunisations, teeth, health assessment and substance misuse.
-- severity: error
-- flags: OC2
-- columns: CONVICTED, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE
-- needs: OC2.CONVICTED, OC2.IMMUNISATIONS, OC2.TEETH_CHECK, OC2.HEALTH_ASSESSMENT, OC2.SUBSTANCE_MISUSE
-- mend: Answer those that are blank.
SELECT row FROM OC2
WHERE CONVICTED IS NOT NULL
  AND (IMMUNISATIONS IS NULL OR TEETH_CHECK IS NULL OR HEALTH_ASSESSMENT IS NULL OR SUBSTANCE_MISUSE IS NULL)

/* cases
fires: any one of the four lacking
    OC2      | CHILD | CONVICTED | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE
             | 1     | 0         |               | 1           | 1                 | 0
             | 2     | 1         | 1             |             | 1                 | 0
             | 3     | 0         | 1             | 1           |                   | 0
             | 4     | 1         | 1             | 1           | 1                 |
    flags    | 1 | 2 | 3 | 4
passes: all given, or nothing said
    OC2      | CHILD | CONVICTED | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE
             | 1     | 0         | 1             | 0           | 1                 | 0
             | 2     |           | 1             |             |                   |
*/

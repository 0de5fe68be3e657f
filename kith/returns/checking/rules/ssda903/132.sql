-- What a care leaver does, where it is given, is one of the codes of the return, or 0 where it does not apply.
-- severity: error
-- flags: OC3
-- columns: ACTIV
-- needs: OC3.ACTIV
-- mend: Choose the care leaver's activity from the codes of the return.
SELECT row FROM OC3 WHERE NOT valid_activ(ACTIV)

/* cases
fires: what is not a code of this year
    OC3      | CHILD | ACTIV
             | 1     | F3
             | 2     | F9
    flags    | 1 | 2
passes: codes, and none given
    OC3      | CHILD | ACTIV
             | 1     | F1
             | 2     | 0
             | 3     |
*/

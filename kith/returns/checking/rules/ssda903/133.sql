-- Where a care leaver lives, where it is given, is one of the codes of the return, or 0 where it does not apply.
-- severity: error
-- flags: OC3
-- columns: ACCOM
-- needs: OC3.ACCOM
-- mend: Choose the care leaver's accommodation from the codes of the return.
SELECT row FROM OC3 WHERE NOT valid_accom(ACCOM)

/* cases
fires: what is not a code of this year
    OC3      | CHILD | ACCOM
             | 1     | S1
             | 2     | X1
    flags    | 1 | 2
passes: codes, and none given
    OC3      | CHILD | ACCOM
             | 1     | B1
             | 2     | 0
             | 3     |
*/

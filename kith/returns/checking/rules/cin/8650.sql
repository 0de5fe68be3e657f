-- The main need of the child, where it is told, is one of the codes for it.
-- severity: error
-- flags: CINdetails
-- columns: PrimaryNeedCode
-- needs: CINdetails.PrimaryNeedCode
-- mend: Choose a code from the list of main needs.
SELECT row FROM CINdetails WHERE NOT valid_primary_need(PrimaryNeedCode)

/* cases
fires: codes that are not on the list
    CINdetails | LAchildID | PrimaryNeedCode
               | A1        | N10
               | A2        | need
    flags      | 1 | 2
passes: codes on the list, and none
    CINdetails | LAchildID | PrimaryNeedCode
               | A1        | N0
               | A2        | N9
               | A3        |
*/

-- Why an episode was closed, where it is told, is one of the codes for it.
-- severity: error
-- flags: CINdetails
-- columns: ReasonForClosure
-- needs: CINdetails.ReasonForClosure
-- mend: Choose a code from the list of reasons for closing.
SELECT row FROM CINdetails WHERE NOT valid_closure_reason(ReasonForClosure)

/* cases
fires: codes that are not on the list
    CINdetails | LAchildID | ReasonForClosure
               | A1        | RC10
               | A2        | 1
    flags      | 1 | 2
passes: the first code, the last, and none
    CINdetails | LAchildID | ReasonForClosure
               | A1        | RC1
               | A2        | RC9
               | A3        |
*/

-- The status of unaccompanied asylum seeker ceases (DUC) on the 18th birthday at the latest.
-- severity: error
-- flags: UASC
-- columns: DUC, DOB
-- needs: UASC.DUC, UASC.DOB
-- mend: Correct the day on which the status ceased, or the date of birth.
SELECT row FROM UASC WHERE DUC > birthday(DOB, 18)

/* cases
fires: the day after the birthday
    UASC  | CHILD | DOB        | DUC
          | 1     | 02/05/2008 | 03/05/2026
    flags | 1
passes: on the birthday, before it, or blanks
    UASC  | CHILD | DOB        | DUC
          | 1     | 02/05/2008 | 02/05/2026
          | 2     | 02/05/2008 | 01/05/2026
          | 3     | 02/05/2008 |
          | 4     |            | 03/05/2026
fires: born on 29 February, who turns 18 on 1 March in a common year
    UASC  | CHILD | DOB        | DUC
          | 1     | 29/02/2008 | 01/03/2026
          | 2     | 29/02/2008 | 02/03/2026
    flags | 2
*/

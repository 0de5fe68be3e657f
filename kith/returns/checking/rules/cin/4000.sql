-- A referral with nothing further to do has no child in need plan.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate, CINPlanEndDate
-- needs: CINplanDates.LAchildID, CINdetails.ReferralNFA
-- mend: Check whether the referral was taken further; where it was not, take the plan out.
SELECT row FROM CINplanDates
WHERE EXISTS (SELECT 1 FROM CINdetails AS c WHERE c.row = CINplanDates.CINdetailsRow AND c.ReferralNFA = '1')

/* cases
fires: nothing further to do, in either way of writing it
    CINdetails   | LAchildID | ReferralNFA
                 | C1        | 1
                 | C2        | true
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate
                 | C1        | 1             | 05/05/2026
                 | C2        | 2             | 05/05/2026
    flags        | 1 | 2
passes: taken further, not said, or another referral of the child
    CINdetails   | LAchildID | ReferralNFA
                 | C1        | 0
                 | C2        |
                 | C3        | 1
                 | C3        | false
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate
                 | C1        | 1             | 05/05/2026
                 | C2        | 2             | 05/05/2026
                 | C3        | 4             | 05/05/2026
*/

-- A child protection plan belongs to a referral that led to help.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate, ReferralNFA
-- needs: CINdetails.ReferralNFA
-- mend: Say that the referral led to help, or move the plan to the episode that it belongs to.
SELECT row FROM ChildProtectionPlans
WHERE CINdetailsRow IN (SELECT c.row FROM CINdetails AS c WHERE c.ReferralNFA = '1')

/* cases
fires: each plan of a referral that went no further
    CINdetails           | LAchildID | ReferralNFA
                         | A1        | 0
                         | A1        | TRUE
    ChildProtectionPlans | LAchildID | CINdetailsRow
                         | A1        | 1
                         | A1        | 2
                         | A1        | 2
    flags                | 2 | 3
passes: it led to help, or it is not said
    CINdetails           | LAchildID | ReferralNFA
                         | A1        | 0
                         | A1        | 1
                         | A2        |
    ChildProtectionPlans | LAchildID | CINdetailsRow
                         | A1        | 1
                         | A2        | 3
                         | A1        |
*/

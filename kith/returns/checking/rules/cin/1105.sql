-- A child protection plan starts on the day of the referral that it belongs to, or later.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate
-- needs: ChildProtectionPlans.CPPstartDate, CINdetails.CINreferralDate
-- mend: Check the day the plan started and the day of the referral.
SELECT row FROM ChildProtectionPlans
WHERE EXISTS (
    SELECT 1 FROM CINdetails AS c
    WHERE c.row = ChildProtectionPlans.CINdetailsRow AND c.CINreferralDate > ChildProtectionPlans.CPPstartDate)

/* cases
fires: the day before the referral
    CINdetails           | LAchildID | CINreferralDate
                         | C1        | 05/05/2026
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C1        | 1             | 04/05/2026
    flags                | 1
passes: on the day of the referral, after it, and where it is not known
    CINdetails           | LAchildID | CINreferralDate
                         | C1        | 05/05/2026
                         | C2        |
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C1        | 1             | 05/05/2026
                         | C1        | 1             | 06/05/2026
                         | C1        | 1             |
                         | C2        | 2             | 06/05/2026
*/

-- A child in need plan starts on the day of the referral that it belongs to, or later.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate
-- needs: CINplanDates.CINPlanStartDate, CINdetails.CINreferralDate
-- mend: Check the day the plan started and the day of the referral, and which referral it belongs to.
SELECT row FROM CINplanDates
WHERE EXISTS (
    SELECT 1 FROM CINdetails AS c
    WHERE c.row = CINplanDates.CINdetailsRow AND c.CINreferralDate > CINplanDates.CINPlanStartDate)

/* cases
fires: the day before the referral
    CINdetails   | LAchildID | CINreferralDate
                 | C1        | 05/05/2026
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate
                 | C1        | 1             | 04/05/2026
    flags        | 1
passes: on the day of the referral, after it, and where it is not known
    CINdetails   | LAchildID | CINreferralDate
                 | C1        | 05/05/2026
                 | C2        |
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate
                 | C1        | 1             | 05/05/2026
                 | C1        | 1             | 06/05/2026
                 | C1        | 1             |
                 | C2        | 2             | 06/05/2026
*/

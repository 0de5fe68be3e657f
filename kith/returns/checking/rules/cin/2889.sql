-- A section 47 enquiry starts on the day of the referral that it belongs to, or later.
-- severity: error
-- flags: Section47
-- columns: S47ActualStartDate
-- needs: Section47.S47ActualStartDate, CINdetails.CINreferralDate
-- mend: Check the day the enquiry started and the day of the referral, and which referral it belongs to.
SELECT row FROM Section47
WHERE EXISTS (
    SELECT 1 FROM CINdetails AS c
    WHERE c.row = Section47.CINdetailsRow AND c.CINreferralDate > Section47.S47ActualStartDate)

/* cases
fires: the day before the referral
    CINdetails | LAchildID | CINreferralDate
               | C1        | 05/05/2026
    Section47  | LAchildID | CINdetailsRow | S47ActualStartDate
               | C1        | 1             | 04/05/2026
    flags      | 1
passes: on the day of the referral, after it, and where it is not known
    CINdetails | LAchildID | CINreferralDate
               | C1        | 05/05/2026
               | C2        |
    Section47  | LAchildID | CINdetailsRow | S47ActualStartDate
               | C1        | 1             | 05/05/2026
               | C1        | 1             | 06/05/2026
               | C1        | 1             |
               | C2        | 2             | 06/05/2026
*/

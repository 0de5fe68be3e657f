-- The initial child protection conference of a section 47 enquiry is on the day of the referral, or later.
-- severity: error
-- flags: Section47
-- columns: DateOfInitialCPC, S47ActualStartDate
-- needs: Section47.DateOfInitialCPC, CINdetails.CINreferralDate
-- mend: Check the day of the conference and the day of the referral.
SELECT row FROM Section47
WHERE EXISTS (
    SELECT 1 FROM CINdetails AS c
    WHERE c.row = Section47.CINdetailsRow AND c.CINreferralDate > Section47.DateOfInitialCPC)

/* cases
fires: the day before the referral
    CINdetails | LAchildID | CINreferralDate
               | C1        | 05/05/2026
    Section47  | LAchildID | CINdetailsRow | DateOfInitialCPC
               | C1        | 1             | 04/05/2026
    flags      | 1
passes: on the day of the referral, after it, and where there was no conference
    CINdetails | LAchildID | CINreferralDate
               | C1        | 05/05/2026
               | C2        |
    Section47  | LAchildID | CINdetailsRow | DateOfInitialCPC
               | C1        | 1             | 05/05/2026
               | C1        | 1             | 06/05/2026
               | C1        | 1             |
               | C2        | 2             | 06/05/2026
*/

-- An episode is closed on or after the day of its referral.
-- severity: error
-- flags: CINdetails
-- columns: CINreferralDate, CINclosureDate
-- needs: CINdetails.CINreferralDate, CINdetails.CINclosureDate
-- mend: Check the days of the referral and of the closing.
SELECT row FROM CINdetails WHERE CINclosureDate < CINreferralDate

/* cases
fires: closed the day before
    CINdetails | LAchildID | CINreferralDate | CINclosureDate
               | A1        | 02/05/2026      | 01/05/2026
    flags      | 1
passes: on the day, the day after, and where either is blank
    CINdetails | LAchildID | CINreferralDate | CINclosureDate
               | A1        | 02/05/2026      | 02/05/2026
               | A2        | 02/05/2026      | 03/05/2026
               | A3        | 02/05/2026      |
               | A4        |                 | 02/05/2026
*/

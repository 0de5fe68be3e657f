-- The episode of a child that is open, after a referral that led to help, is that of the child’s latest referral.
-- severity: error
-- flags: CINdetails
-- columns: CINreferralDate, CINclosureDate, ReferralNFA
-- needs: CINdetails.CINreferralDate, CINdetails.CINclosureDate, CINdetails.ReferralNFA
-- mend: Close the earlier episode, or check the days of the referrals.
SELECT row FROM CINdetails
WHERE CINclosureDate_text IS NULL AND ReferralNFA = '0'
  AND EXISTS (SELECT 1 FROM CINdetails AS later
              WHERE later.LAchildID = CINdetails.LAchildID AND later.CINreferralDate > CINdetails.CINreferralDate)

/* cases
fires: a referral a day later, whatever came of it
    CINdetails | LAchildID | CINreferralDate | CINclosureDate | ReferralNFA
               | A1        | 01/05/2026      |                | 0
               | A1        | 02/05/2026      | 03/06/2026     | 0
               | A2        | 01/05/2026      |                | 0
               | A2        | 02/05/2026      |                | 1
    flags      | 1 | 3
passes: the latest open, two on one day, a referral that went no further, and a later one without a day
    CINdetails | LAchildID | CINreferralDate | CINclosureDate | ReferralNFA
               | A1        | 01/05/2026      | 02/05/2026     | 0
               | A1        | 02/05/2026      |                | 0
               | A2        | 01/05/2026      |                | 0
               | A2        | 01/05/2026      | 03/06/2026     | 0
               | A3        | 01/05/2026      |                | 1
               | A3        | 02/05/2026      |                | 0
               | A4        | 01/05/2026      |                | 0
               | A4        |                 |                | 0
*/

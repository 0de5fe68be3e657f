-- A referral from 1 April 2013 on tells who made it, by one of the codes for it.
-- severity: error
-- flags: CINdetails
-- columns: ReferralSource, CINreferralDate
-- needs: CINdetails.ReferralSource, CINdetails.CINreferralDate
-- mend: Choose a code from the list of who makes referrals.
SELECT row FROM CINdetails
WHERE CINreferralDate >= DATE '2013-04-01'
  AND (ReferralSource IS NULL OR NOT valid_referral_source(ReferralSource))

/* cases
fires: none on the first day, and codes that are not on the list
    CINdetails | LAchildID | CINreferralDate | ReferralSource
               | A1        | 01/04/2013      |
               | A2        | 01/05/2026      | 5
               | A3        | 01/05/2026      | 3G
    flags      | 1 | 2 | 3
passes: none the day before, codes on the list, and no day
    CINdetails | LAchildID | CINreferralDate | ReferralSource
               | A1        | 31/03/2013      |
               | A2        | 01/05/2026      | 5D
               | A3        | 01/05/2026      | 10
               | A4        |                 |
*/

-- A referral with nothing further to do came in the year, or on the last working day before it.
-- severity: query
-- flags: CINdetails
-- columns: CINreferralDate, ReferralNFA
-- needs: CINdetails.CINreferralDate, CINdetails.ReferralNFA
-- mend: Check the day of the referral; leave out one of the year before that was not taken further.
SELECT row FROM CINdetails WHERE ReferralNFA = '1' AND CINreferralDate < working_days_before(ys(), 1)

/* cases
fires: the day before that working day, a Tuesday in 2026
    CINdetails | LAchildID | CINreferralDate | ReferralNFA
               | C1        | 30/03/2026      | 1
               | C2        | 05/05/2025      | true
    flags      | 1 | 2
passes: on that working day, in the year, taken further, or not known
    CINdetails | LAchildID | CINreferralDate | ReferralNFA
               | C1        | 31/03/2026      | 1
               | C2        | 01/04/2026      | 1
               | C3        | 30/03/2026      | 0
               | C4        | 30/03/2026      |
               | C5        |                 | 1
fires: the year before, whose first day is a Tuesday
    year       | 2025-26
    CINdetails | LAchildID | CINreferralDate | ReferralNFA
               | C1        | 30/03/2025      | 1
               | C2        | 31/03/2025      | 1
    flags      | 1
*/

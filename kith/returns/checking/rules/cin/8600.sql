-- A referral has its day, no later than the last day of the year.
-- severity: error
-- flags: CINdetails
-- columns: CINreferralDate
-- needs: CINdetails.CINreferralDate
-- mend: Give the day on which the child was referred.
SELECT row FROM CINdetails WHERE CINreferralDate IS NULL OR CINreferralDate > ye()

/* cases
fires: none given, no day at all, and the day after the year
    CINdetails | LAchildID | CINreferralDate
               | C1        |
               | C2        | 31/02/2027
               | C3        | 01/04/2027
    flags      | 1 | 2 | 3
passes: on the last day of the year, and long before it
    CINdetails | LAchildID | CINreferralDate
               | C1        | 31/03/2027
               | C2        | 01/04/2019
*/

-- Of a referral that was taken further, the child's primary need is given.
-- severity: error
-- flags: CINdetails
-- columns: PrimaryNeedCode, ReferralNFA
-- needs: CINdetails.ReferralNFA, CINdetails.PrimaryNeedCode
-- mend: Give the code of the child's primary need, N0 where it is not stated.
SELECT row FROM CINdetails WHERE ReferralNFA = '0' AND PrimaryNeedCode IS NULL

/* cases
fires: none is given
    CINdetails | LAchildID | ReferralNFA | PrimaryNeedCode
               | C1        | 0           |
               | C2        | false       |
    flags      | 1 | 2
passes: one is given, even one that is not a code; not taken further; or not known
    CINdetails | LAchildID | ReferralNFA | PrimaryNeedCode
               | C1        | 0           | N1
               | C2        | 0           | XX
               | C3        | 1           |
               | C4        |             |
*/

-- “Referral with nothing further to do” (UN7) is why a pupil number is unknown only where every referral is one.
-- severity: error
-- flags: ChildIdentifiers
-- columns: UPNunknown, ReferralNFA
-- needs: ChildIdentifiers.UPNunknown, CINdetails.ReferralNFA
-- mend: Give the unique pupil number or another reason why it is not known.
SELECT row FROM ChildIdentifiers
WHERE UPNunknown = 'UN7' AND LAchildID IN (SELECT c.LAchildID FROM CINdetails AS c WHERE c.ReferralNFA = '0')

/* cases
fires: one of two referrals led to help
    ChildIdentifiers | LAchildID | UPNunknown
                     | A1        | UN7
    CINdetails       | LAchildID | ReferralNFA
                     | A1        | 1
                     | A1        | false
    flags            | 1
passes: every referral went no further, another reason, and a referral of which it is not said
    ChildIdentifiers | LAchildID | UPNunknown
                     | A1        | UN7
                     | A2        | UN3
                     | A3        | UN7
                     | A4        |
    CINdetails       | LAchildID | ReferralNFA
                     | A1        | 1
                     | A1        | true
                     | A2        | 0
                     | A3        |
                     | A4        | 0
*/

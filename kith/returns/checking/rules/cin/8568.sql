-- For every referral it is said whether nothing further was to do: 1 or true where so, 0 or false where not.
-- severity: error
-- flags: CINdetails
-- columns: ReferralNFA
-- needs: CINdetails.ReferralNFA
-- mend: Give 1 where the referral was not taken further, 0 where it was.
SELECT row FROM CINdetails WHERE ReferralNFA IS NULL OR NOT valid_yesno(ReferralNFA)

/* cases
fires: none given, and other words
    CINdetails | LAchildID | ReferralNFA
               | C1        |
               | C2        | 2
               | C3        | Y
               | C4        | No
    flags      | 1 | 2 | 3 | 4
passes: any way of writing the two
    CINdetails | LAchildID | ReferralNFA
               | C1        | 0
               | C2        | 1
               | C3        | true
               | C4        | False
*/

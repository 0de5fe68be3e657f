-- A child of school age who is helped after a referral has a unique pupil number, or a good reason why it is not
-- known (UN1, not yet school age, is none). School age is that of 31 March, the last day of the year.
-- severity: query
-- flags: ChildIdentifiers
-- columns: UPN, UPNunknown, PersonBirthDate
-- needs: ChildIdentifiers.UPN, ChildIdentifiers.UPNunknown, ChildIdentifiers.PersonBirthDate, CINdetails.ReferralNFA
-- mend: Ask the school for the unique pupil number, or give the reason why it is not known.
SELECT row FROM ChildIdentifiers
WHERE UPN IS NULL
  AND (UPNunknown IS NULL OR UPNunknown = 'UN1' OR NOT valid_upn_unknown(UPNunknown))
  -- From the 31 March on or after the fifth birthday, to the end of the school year in which they turn 16.
  AND birthday(PersonBirthDate, 5) <= ye()
  AND birthday(PersonBirthDate, 16) >= ys() + INTERVAL 5 MONTH
  AND LAchildID IN (SELECT c.LAchildID FROM CINdetails AS c WHERE c.ReferralNFA = '0')

/* cases
fires: five on the last day of the year, and sixteen on the first day of the school year
    ChildIdentifiers | LAchildID | PersonBirthDate | UPN | UPNunknown
                     | A1        | 31/03/2022      |     |
                     | A2        | 01/09/2010      |     | UN1
                     | A3        | 01/05/2015      |     | UN9
    CINdetails       | LAchildID | ReferralNFA
                     | A1        | 0
                     | A2        | 0
                     | A3        | 1
                     | A3        | 0
    flags            | 1 | 2 | 3
passes: a day younger, a day older, born on 29 February and four, or no day of birth
    ChildIdentifiers | LAchildID | PersonBirthDate
                     | A1        | 01/04/2022
                     | A2        | 31/08/2010
                     | A3        | 29/02/2024
                     | A4        |
    CINdetails       | LAchildID | ReferralNFA
                     | A1        | 0
                     | A2        | 0
                     | A3        | 0
                     | A4        | 0
passes: a number or a reason given, and a referral that went no further
    ChildIdentifiers | LAchildID | PersonBirthDate | UPN           | UPNunknown
                     | A1        | 01/05/2015      | A123456789012 |
                     | A2        | 01/05/2015      |               | UN3
                     | A3        | 01/05/2015      |               |
    CINdetails       | LAchildID | ReferralNFA
                     | A1        | 0
                     | A2        | 0
                     | A3        | 1
*/

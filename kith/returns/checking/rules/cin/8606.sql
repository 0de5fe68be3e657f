-- A child is referred at most 280 days before the day of birth, or before the day that it is expected.
-- severity: error
-- flags: CINdetails
-- columns: CINreferralDate
-- needs: CINdetails.CINreferralDate, ChildIdentifiers.PersonBirthDate, ChildIdentifiers.ExpectedPersonBirthDate
-- mend: Check the day of the referral and the date of birth, or the expected one.
SELECT row FROM CINdetails
WHERE EXISTS (
    SELECT 1 FROM Children AS k
    WHERE k.LAchildID = CINdetails.LAchildID
        AND CINdetails.CINreferralDate < coalesce(k.PersonBirthDate, k.ExpectedPersonBirthDate) - 280)

/* cases
fires: 281 days before
    ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate
                     | C1        | 06/01/2027      |
                     | C2        |                 | 06/01/2027
    CINdetails       | LAchildID | CINreferralDate
                     | C1        | 31/03/2026
                     | C2        | 31/03/2026
    flags            | 1 | 2
passes: 280 days before, after the birth, and where one is not known
    ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate
                     | C1        | 06/01/2027      |
                     | C2        |                 | 06/01/2027
                     | C3        |                 |
    CINdetails       | LAchildID | CINreferralDate
                     | C1        | 01/04/2026
                     | C2        | 01/04/2026
                     | C1        | 01/02/2027
                     | C1        |
                     | C3        | 01/04/2026
passes: by the day of birth, where the expected one was later
    ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate
                     | C1        | 05/01/2027      | 06/02/2027
    CINdetails       | LAchildID | CINreferralDate
                     | C1        | 31/03/2026
*/

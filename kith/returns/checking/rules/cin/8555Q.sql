-- A child is referred before the day of death, or on it.
-- severity: query
-- flags: CINdetails
-- columns: CINreferralDate
-- needs: CINdetails.CINreferralDate, ChildIdentifiers.PersonDeathDate
-- mend: Check the day of the referral and the day the child died.
SELECT row FROM CINdetails
WHERE EXISTS (
    SELECT 1 FROM Children AS k
    WHERE k.LAchildID = CINdetails.LAchildID AND k.PersonDeathDate < CINdetails.CINreferralDate)

/* cases
fires: the day after
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 05/05/2026
    CINdetails       | LAchildID | CINreferralDate
                     | C1        | 01/04/2026
                     | C1        | 06/05/2026
    flags            | 2
passes: on the day, before it, and where one is not known
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 05/05/2026
                     | C2        |
    CINdetails       | LAchildID | CINreferralDate
                     | C1        | 05/05/2026
                     | C1        | 04/05/2026
                     | C1        |
                     | C2        | 06/05/2026
*/

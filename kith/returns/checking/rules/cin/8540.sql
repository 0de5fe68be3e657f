-- A child who is born and has a referral that was taken further has at least one code of disability,
-- which is NONE where there is none.
-- severity: error
-- flags: Disabilities
-- columns: Disability
-- needs: Disabilities.Disability, ChildIdentifiers.PersonBirthDate, CINdetails.ReferralNFA
-- mend: Give the code of each disability of the child, or NONE.
WITH lacking AS (
    SELECT LAchildID FROM Children
    WHERE PersonBirthDate IS NOT NULL
        AND EXISTS (SELECT 1 FROM CINdetails AS c WHERE c.LAchildID = Children.LAchildID AND c.ReferralNFA = '0')
        AND NOT EXISTS (
            SELECT 1 FROM Disabilities AS d WHERE d.LAchildID = Children.LAchildID AND valid_disability(d.Disability)))
-- The rows that say something else; where there is none, the row that is lacking.
SELECT d.row AS row, LAchildID AS child FROM lacking LEFT JOIN Disabilities AS d USING (LAchildID)

/* cases
fires: no code, a blank, and one that is not a code
    ChildIdentifiers | LAchildID | PersonBirthDate
                     | C1        | 05/05/2016
                     | C2        | 05/05/2016
                     | C3        | 05/05/2016
    CINdetails       | LAchildID | ReferralNFA
                     | C1        | 0
                     | C1        | 1
                     | C2        | false
                     | C3        | 0
    Disabilities     | LAchildID | Disability
                     | C2        |
                     | C3        | XYZ
    flags            | 1 | 2 | child C1
passes: a code, or NONE
    ChildIdentifiers | LAchildID | PersonBirthDate
                     | C1        | 05/05/2016
                     | C2        | 05/05/2016
    CINdetails       | LAchildID | ReferralNFA
                     | C1        | 0
                     | C2        | 0
    Disabilities     | LAchildID | Disability
                     | C1        | NONE
                     | C2        | MOB
passes: not born, no referral taken further, or none at all
    ChildIdentifiers | LAchildID | PersonBirthDate | ExpectedPersonBirthDate
                     | C1        |                 | 05/05/2027
                     | C2        | 05/05/2016      |
                     | C3        | 05/05/2016      |
    CINdetails       | LAchildID | ReferralNFA
                     | C1        | 0
                     | C2        | 1
*/

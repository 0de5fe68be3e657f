-- Every child of the return has at least one episode of need.
-- severity: error
-- flags: CINdetails
-- columns: CINreferralDate
-- needs: ChildIdentifiers.LAchildID
-- mend: Record the referral for which the child is in the return, or leave the child out.
SELECT LAchildID AS child FROM Children
WHERE NOT EXISTS (SELECT 1 FROM CINdetails AS c WHERE c.LAchildID = Children.LAchildID)

/* cases
fires: one child has none
    ChildIdentifiers | LAchildID
                     | C1
                     | C2
    CINdetails       | LAchildID
                     | C1
    flags            | child C2
passes: one or several each
    ChildIdentifiers | LAchildID
                     | C1
                     | C2
    CINdetails       | LAchildID
                     | C1
                     | C2
                     | C2
*/

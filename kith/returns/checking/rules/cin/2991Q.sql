-- An episode with a section 47 enquiry has an assessment too.
-- severity: query
-- flags: CINdetails
-- columns: CINreferralDate
-- needs: Section47.LAchildID, Assessments.LAchildID
-- mend: Record the assessment that led to the enquiry, or put the enquiry into the episode that it belongs to.
SELECT row FROM CINdetails
WHERE EXISTS (SELECT 1 FROM Section47 AS s WHERE s.CINdetailsRow = CINdetails.row)
    AND NOT EXISTS (SELECT 1 FROM Assessments AS a WHERE a.CINdetailsRow = CINdetails.row)

/* cases
fires: no assessment at all, and one in another episode alone
    CINdetails  | LAchildID
                | C1
                | C2
                | C2
    Section47   | LAchildID | CINdetailsRow
                | C1        | 1
                | C2        | 2
    Assessments | LAchildID | CINdetailsRow
                | C2        | 3
    flags       | 1 | 2
passes: both, an assessment alone, and neither
    CINdetails  | LAchildID
                | C1
                | C2
                | C3
    Section47   | LAchildID | CINdetailsRow
                | C1        | 1
                | C1        | 1
    Assessments | LAchildID | CINdetailsRow
                | C1        | 1
                | C2        | 2
*/

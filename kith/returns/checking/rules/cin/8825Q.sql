-- An episode closed after an assessment (RC8 or RC9) has an assessment.
-- severity: query
-- flags: CINdetails
-- columns: ReasonForClosure
-- needs: CINdetails.ReasonForClosure, Assessments.LAchildID
-- mend: Put in the assessment after which the episode was closed, or check the reason for closing.
SELECT row FROM CINdetails
WHERE ReasonForClosure IN ('RC8', 'RC9')
  AND row NOT IN (SELECT a.CINdetailsRow FROM Assessments AS a WHERE a.CINdetailsRow IS NOT NULL)
  -- An assessment of the child of which it is not said in what case it stands may be this one's.
  AND LAchildID NOT IN (
      SELECT a.LAchildID FROM Assessments AS a WHERE a.CINdetailsRow IS NULL AND a.LAchildID IS NOT NULL)

/* cases
fires: no assessment in the case, though another case of the child has one
    CINdetails  | LAchildID | ReasonForClosure
                | A1        | RC8
                | A1        | RC9
                | A2        | RC9
    Assessments | LAchildID | CINdetailsRow
                | A1        | 1
                | A9        |
    flags       | 2 | 3
passes: an assessment, one that stands in no case, another reason, and none
    CINdetails  | LAchildID | ReasonForClosure
                | A1        | RC8
                | A2        | RC7
                | A3        |
                | A4        | RC9
    Assessments | LAchildID | CINdetailsRow
                | A1        | 1
                | A4        |
*/

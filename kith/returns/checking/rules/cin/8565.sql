-- Nothing happens in an episode after it has closed: no assessment, section 47 enquiry, initial conference,
-- child protection plan, review or child in need plan starts, ends or is held later.
-- severity: error
-- flags: CINdetails
-- columns: CINclosureDate, DateOfInitialCPC, AssessmentActualStartDate, AssessmentAuthorisationDate, S47ActualStartDate, CPPstartDate, CPPendDate, CPPreviewDate, CINPlanStartDate, CINPlanEndDate
-- needs: CINdetails.CINclosureDate
-- mend: Check the day the episode closed and the day of what is recorded after it.
WITH activities AS (
    SELECT 'CINdetails' AS "table", row, row AS CINdetailsRow, DateOfInitialCPC AS last_day FROM CINdetails
    UNION ALL
    SELECT 'Assessments', row, CINdetailsRow, greatest(AssessmentActualStartDate, AssessmentAuthorisationDate)
    FROM Assessments
    UNION ALL
    SELECT 'Section47', row, CINdetailsRow, greatest(S47ActualStartDate, DateOfInitialCPC) FROM Section47
    UNION ALL
    SELECT 'ChildProtectionPlans', row, CINdetailsRow, greatest(CPPstartDate, CPPendDate) FROM ChildProtectionPlans
    UNION ALL
    SELECT 'Reviews', row, CINdetailsRow, CPPreviewDate FROM Reviews
    UNION ALL
    SELECT 'CINplanDates', row, CINdetailsRow, greatest(CINPlanStartDate, CINPlanEndDate) FROM CINplanDates)
SELECT a."table", a.row, c.LAchildID AS child
FROM activities AS a JOIN CINdetails AS c ON c.row = a.CINdetailsRow
WHERE a.last_day > c.CINclosureDate

/* cases
fires: each of them, the day after
    CINdetails           | LAchildID | CINclosureDate | DateOfInitialCPC
                         | C1        | 05/05/2026     | 06/05/2026
                         | C2        | 05/05/2026     |
    Assessments          | LAchildID | CINdetailsRow | AssessmentActualStartDate | AssessmentAuthorisationDate
                         | C2        | 2             | 06/05/2026                |
                         | C2        | 2             | 04/05/2026                | 06/05/2026
    Section47            | LAchildID | CINdetailsRow | S47ActualStartDate | DateOfInitialCPC
                         | C2        | 2             | 06/05/2026         |
                         | C2        | 2             | 04/05/2026         | 06/05/2026
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate | CPPendDate
                         | C2        | 2             | 04/05/2026   | 06/05/2026
    Reviews              | LAchildID | CINdetailsRow | ChildProtectionPlansRow | CPPreviewDate
                         | C2        | 2             | 1                       | 06/05/2026
    CINplanDates         | LAchildID | CINdetailsRow | CINPlanStartDate | CINPlanEndDate
                         | C2        | 2             | 04/05/2026       | 06/05/2026
    flags                | Assessments 1 | Assessments 2 | 1 | CINplanDates 1 | ChildProtectionPlans 1 | Reviews 1 | Section47 1 | Section47 2
passes: on the day, before it, and where the episode is open
    CINdetails           | LAchildID | CINclosureDate | DateOfInitialCPC
                         | C1        | 05/05/2026     | 05/05/2026
                         | C1        |                | 06/05/2026
    Assessments          | LAchildID | CINdetailsRow | AssessmentActualStartDate | AssessmentAuthorisationDate
                         | C1        | 1             | 04/05/2026                | 05/05/2026
                         | C1        | 2             | 06/05/2026                |
                         | C1        | 1             |                           |
passes: the other tables are not there
    CINdetails           | LAchildID | CINclosureDate | DateOfInitialCPC
                         | C1        | 05/05/2026     |
*/

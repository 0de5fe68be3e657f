-- A review of a child protection plan is not held on a day on which the child has a child in need plan,
-- unless the protection plan ended on that very day.
-- severity: error
-- flags: Reviews
-- columns: CPPreviewDate
-- needs: Reviews.CPPreviewDate, CINplanDates.CINPlanStartDate, CINplanDates.CINPlanEndDate
-- mend: Check the day of the review and the days between which the child in need plan ran.
SELECT row FROM Reviews
WHERE EXISTS (
        SELECT 1 FROM CINplanDates AS p
        WHERE p.LAchildID = Reviews.LAchildID AND p.CINPlanStartDate <= Reviews.CPPreviewDate
            AND (p.CINPlanEndDate_text IS NULL OR p.CINPlanEndDate >= Reviews.CPPreviewDate))
    AND NOT EXISTS (
        SELECT 1 FROM ChildProtectionPlans AS c
        WHERE c.LAchildID = Reviews.LAchildID AND c.CPPendDate = Reviews.CPPreviewDate)

/* cases
fires: on the first day of the plan, on its last, and while it is open
    CINplanDates         | LAchildID | CINPlanStartDate | CINPlanEndDate
                         | C1        | 05/05/2026       | 05/08/2026
                         | C2        | 05/05/2026       |
    Reviews              | LAchildID | CPPreviewDate
                         | C1        | 05/05/2026
                         | C1        | 05/08/2026
                         | C2        | 05/09/2026
    flags                | 1 | 2 | 3
passes: the day before and the day after, another child, and where it is not known
    CINplanDates         | LAchildID | CINPlanStartDate | CINPlanEndDate
                         | C1        | 05/05/2026       | 05/08/2026
                         | C3        |                  | 05/08/2026
    Reviews              | LAchildID | CPPreviewDate
                         | C1        | 04/05/2026
                         | C1        | 06/08/2026
                         | C1        |
                         | C2        | 05/06/2026
                         | C3        | 05/06/2026
passes: the protection plan ended at that review, and the other plan began
    CINplanDates         | LAchildID | CINPlanStartDate | CINPlanEndDate
                         | C1        | 05/05/2026       |
    ChildProtectionPlans | LAchildID | CPPendDate
                         | C1        | 05/05/2026
    Reviews              | LAchildID | CPPreviewDate
                         | C1        | 05/05/2026
*/

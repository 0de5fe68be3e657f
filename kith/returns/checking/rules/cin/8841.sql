-- A child protection plan is reviewed after the day on which it began.
-- severity: error
-- flags: Reviews
-- columns: CPPreviewDate, CPPstartDate
-- needs: Reviews.CPPreviewDate, ChildProtectionPlans.CPPstartDate
-- mend: Check the day of the review; the initial conference is not a review.
SELECT row FROM Reviews
WHERE EXISTS (SELECT 1 FROM ChildProtectionPlans AS p
              WHERE p.row = Reviews.ChildProtectionPlansRow AND p.CPPstartDate >= Reviews.CPPreviewDate)

/* cases
fires: reviewed on the day on which it began, and the day before
    ChildProtectionPlans | LAchildID | CPPstartDate
                         | A1        | 01/05/2026
    Reviews              | LAchildID | ChildProtectionPlansRow | CPPreviewDate
                         | A1        | 1                       | 01/05/2026
                         | A1        | 1                       | 30/04/2026
    flags                | 1 | 2
passes: the day after, another plan of the child, and blanks
    ChildProtectionPlans | LAchildID | CPPstartDate
                         | A1        | 01/05/2026
                         | A1        | 01/09/2026
                         | A2        |
    Reviews              | LAchildID | ChildProtectionPlansRow | CPPreviewDate
                         | A1        | 1                       | 02/05/2026
                         | A1        | 1                       |
                         | A2        | 3                       | 02/05/2026
                         | A2        |                         | 02/05/2026
*/

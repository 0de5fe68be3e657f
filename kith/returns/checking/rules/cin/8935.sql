-- A child has at most one child protection plan that has not ended.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate, CPPendDate
-- needs: ChildProtectionPlans.CPPendDate
-- mend: Give the day on which the earlier plan ended, or put the two together.
SELECT row FROM ChildProtectionPlans
WHERE CPPendDate_text IS NULL
  AND LAchildID IN (
      SELECT p.LAchildID FROM ChildProtectionPlans AS p
      WHERE p.CPPendDate_text IS NULL
      GROUP BY p.LAchildID HAVING count(*) > 1)

/* cases
fires: both open plans of a child, even in two cases
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPendDate
                         | A1        | 1             |
                         | A1        | 1             | 01/05/2026
                         | A1        | 2             |
    flags                | 1 | 3
passes: one open beside one ended, of another child
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPendDate
                         | A1        | 1             |
                         | A1        | 1             | 01/05/2026
                         | A1        | 1             | soon
                         | A2        | 2             |
                         |           |               |
                         |           |               |
*/

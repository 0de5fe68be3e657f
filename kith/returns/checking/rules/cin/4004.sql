-- A child has at most one child in need plan that is open.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate, CINPlanEndDate
-- needs: CINplanDates.CINPlanEndDate
-- mend: Give the day on which each plan but the newest ended.
SELECT row FROM CINplanDates
WHERE CINPlanEndDate_text IS NULL
    AND LAchildID IN (
        SELECT LAchildID FROM CINplanDates WHERE CINPlanEndDate_text IS NULL
        GROUP BY LAchildID HAVING count(*) > 1)

/* cases
fires: two open plans, in one episode or in two
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate | CINPlanEndDate
                 | C1        | 1             | 05/05/2026       |
                 | C1        | 1             | 05/06/2026       | 05/07/2026
                 | C1        | 1             | 05/07/2026       |
                 | C2        | 2             | 05/05/2026       |
                 | C2        | 3             | 05/05/2026       |
    flags        | 1 | 3 | 4 | 5
passes: one of each child is open, or none
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate | CINPlanEndDate
                 | C1        | 1             | 05/05/2026       | 05/06/2026
                 | C1        | 1             | 05/06/2026       |
                 | C2        | 2             | 05/05/2026       |
                 | C3        | 3             | 05/05/2026       | 05/06/2026
*/

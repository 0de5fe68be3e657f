-- A child in need plan ends on the day that it started, or later.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate, CINPlanEndDate
-- needs: CINplanDates.CINPlanStartDate, CINplanDates.CINPlanEndDate
-- mend: Check both days of the plan.
SELECT row FROM CINplanDates WHERE CINPlanEndDate < CINPlanStartDate

/* cases
fires: the day before
    CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                 | C1        | 05/05/2026       | 04/05/2026
    flags        | 1
passes: on the day, after it, and where one is not known
    CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                 | C1        | 05/05/2026       | 05/05/2026
                 | C2        | 05/05/2026       | 06/05/2026
                 | C3        | 05/05/2026       |
                 | C4        |                  | 04/05/2026
*/

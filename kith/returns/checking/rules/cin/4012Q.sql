-- A child in need plan runs for more than one day.
-- severity: query
-- flags: CINplanDates
-- columns: CINPlanStartDate, CINPlanEndDate
-- needs: CINplanDates.CINPlanStartDate, CINplanDates.CINPlanEndDate
-- mend: Check both days of the plan, and take it out where it never ran.
SELECT row FROM CINplanDates WHERE CINPlanEndDate = CINPlanStartDate

/* cases
fires: it started and ended on one day
    CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                 | C1        | 05/05/2026       | 05/05/2026
    flags        | 1
passes: it ended the day after, or is open, or ended before it started, which is another rule's matter
    CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                 | C1        | 05/05/2026       | 06/05/2026
                 | C2        | 05/05/2026       |
                 | C3        | 05/05/2026       | 04/05/2026
                 | C4        |                  |
*/

-- The child in need plans of a child follow one another: the next starts when the one before has ended, or later.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate, CINPlanEndDate
-- needs: CINplanDates.CINPlanStartDate, CINplanDates.CINPlanEndDate
-- mend: Check when each plan of the child started and ended.
SELECT row FROM CINplanDates
WHERE EXISTS (
    SELECT 1 FROM CINplanDates AS o
    WHERE o.LAchildID = CINplanDates.LAchildID AND o.row <> CINplanDates.row
        AND o.CINPlanStartDate <= CINplanDates.CINPlanStartDate
        AND (o.CINPlanEndDate_text IS NULL OR o.CINPlanEndDate > CINplanDates.CINPlanStartDate))

/* cases
fires: it starts the day before the other ends, in another episode, and while another is open
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate | CINPlanEndDate
                 | C1        | 1             | 05/05/2026       | 05/08/2026
                 | C1        | 2             | 04/08/2026       | 05/09/2026
                 | C2        | 3             | 05/05/2026       |
                 | C2        | 3             | 05/06/2026       | 05/07/2026
    flags        | 2 | 4
fires: both start on one day
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate | CINPlanEndDate
                 | C1        | 1             | 05/05/2026       | 05/08/2026
                 | C1        | 1             | 05/05/2026       |
    flags        | 1 | 2
passes: one starts on the day the other ends or later, another child's, and where a day is not known
    CINplanDates | LAchildID | CINdetailsRow | CINPlanStartDate | CINPlanEndDate
                 | C1        | 1             | 05/08/2026       |
                 | C1        | 1             | 05/05/2026       | 05/08/2026
                 | C2        | 2             | 05/06/2026       | 05/07/2026
                 | C2        | 2             | 06/07/2026       | 05/08/2026
                 | C3        | 3             | 05/06/2026       |
                 | C3        | 3             |                  |
*/

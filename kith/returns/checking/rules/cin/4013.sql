-- A child in need plan that has ended did so in the year of the census.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate, CINPlanEndDate
-- needs: CINplanDates.CINPlanEndDate
-- mend: Check the day the plan ended; leave out a plan that ended before the year, and an end after it.
SELECT row FROM CINplanDates WHERE CINPlanEndDate NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year, and the day after it
    CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                 | C1        | 05/05/2025       | 31/03/2026
                 | C2        | 05/05/2026       | 01/04/2027
    flags        | 1 | 2
passes: its first day, its last, and still open
    CINplanDates | LAchildID | CINPlanStartDate | CINPlanEndDate
                 | C1        | 05/05/2025       | 01/04/2026
                 | C2        | 05/05/2026       | 31/03/2027
                 | C3        | 05/05/2026       |
*/

-- A child in need plan has a day on which it started, no later than the last day of the year.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate
-- needs: CINplanDates.CINPlanStartDate
-- mend: Give the day on which the plan started.
SELECT row FROM CINplanDates WHERE CINPlanStartDate IS NULL OR CINPlanStartDate > ye()

/* cases
fires: none given, no day at all, and the day after the year
    CINplanDates | LAchildID | CINPlanStartDate
                 | C1        |
                 | C2        | 31/02/2027
                 | C3        | 01/04/2027
    flags        | 1 | 2 | 3
passes: on the last day of the year, and long before it
    CINplanDates | LAchildID | CINPlanStartDate
                 | C1        | 31/03/2027
                 | C2        | 01/04/2019
*/

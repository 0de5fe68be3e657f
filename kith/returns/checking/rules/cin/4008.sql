-- A child in need plan does not start after the child's death.
-- severity: error
-- flags: CINplanDates
-- columns: CINPlanStartDate
-- needs: CINplanDates.CINPlanStartDate, ChildIdentifiers.PersonDeathDate
-- mend: Check the day the plan started and the day the child died.
SELECT row FROM CINplanDates
WHERE EXISTS (
    SELECT 1 FROM Children AS k
    WHERE k.LAchildID = CINplanDates.LAchildID AND k.PersonDeathDate < CINplanDates.CINPlanStartDate)

/* cases
fires: the day after
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 05/05/2026
    CINplanDates     | LAchildID | CINPlanStartDate
                     | C1        | 06/05/2026
    flags            | 1
passes: on the day, before it, and where it is not known
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 05/05/2026
                     | C2        |
    CINplanDates     | LAchildID | CINPlanStartDate
                     | C1        | 05/05/2026
                     | C1        | 04/05/2026
                     | C1        |
                     | C2        | 06/05/2026
*/

-- A child in need plan ends on the day of the child's death at the latest.
-- severity: query
-- flags: CINplanDates
-- columns: CINPlanEndDate
-- needs: CINplanDates.CINPlanEndDate, ChildIdentifiers.PersonDeathDate
-- mend: Check the day the plan ended and the day the child died.
SELECT row FROM CINplanDates
WHERE EXISTS (
    SELECT 1 FROM Children AS k
    WHERE k.LAchildID = CINplanDates.LAchildID AND k.PersonDeathDate < CINplanDates.CINPlanEndDate)

/* cases
fires: the day after
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 05/05/2026
    CINplanDates     | LAchildID | CINPlanStartDate | CINPlanEndDate
                     | C1        | 01/04/2026       | 06/05/2026
    flags            | 1
passes: on the day, before it, still open, and where the death is not known
    ChildIdentifiers | LAchildID | PersonDeathDate
                     | C1        | 05/05/2026
                     | C2        |
    CINplanDates     | LAchildID | CINPlanStartDate | CINPlanEndDate
                     | C1        | 01/04/2026       | 05/05/2026
                     | C1        | 01/04/2026       | 04/05/2026
                     | C1        | 01/04/2026       |
                     | C2        | 01/04/2026       | 06/05/2026
*/

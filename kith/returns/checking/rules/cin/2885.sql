-- A child protection plan that starts in the year starts on the day of an initial conference of that child.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate
-- needs: ChildProtectionPlans.CPPstartDate, CINdetails.DateOfInitialCPC, Section47.DateOfInitialCPC
-- mend: Record the conference that decided on the plan, or set the plan's first day to the day of the conference.
SELECT row FROM ChildProtectionPlans
WHERE CPPstartDate BETWEEN ys() AND ye()
    AND NOT EXISTS (
        SELECT 1 FROM conferences AS c
        WHERE c.LAchildID = ChildProtectionPlans.LAchildID AND c.day = ChildProtectionPlans.CPPstartDate)

/* cases
fires: the day after the conference, none at all, and that of another child
    Section47            | LAchildID | CINdetailsRow | DateOfInitialCPC
                         | C1        | 1             | 05/05/2026
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C1        | 1             | 06/05/2026
                         | C2        | 2             | 05/05/2026
    flags                | 1 | 2
passes: a conference at either level
    CINdetails           | LAchildID | DateOfInitialCPC
                         | C1        |
                         | C2        | 31/03/2027
    Section47            | LAchildID | CINdetailsRow | DateOfInitialCPC
                         | C1        | 1             | 01/04/2026
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C1        | 1             | 01/04/2026
                         | C2        | 2             | 31/03/2027
passes: the plan started in another year, or on a day that is not known
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C1        | 1             | 31/03/2026
                         | C2        | 2             | 01/04/2027
                         | C3        | 3             |
*/

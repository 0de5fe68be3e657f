-- In the whole authority, no more child protection plans start in the year than initial conferences are held.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate
-- needs: ChildProtectionPlans.CPPstartDate, CINdetails.DateOfInitialCPC, Section47.DateOfInitialCPC
-- across: CINdetails, Section47, ChildProtectionPlans
-- mend: Look for plans whose conference was not recorded, and for plans recorded twice.
SELECT CAST(NULL AS VARCHAR) AS child
WHERE (SELECT count(*) FROM ChildProtectionPlans WHERE CPPstartDate BETWEEN ys() AND ye())
    > (SELECT count(*) FROM conferences WHERE day BETWEEN ys() AND ye())

/* cases
fires: two plans and one conference
    CINdetails           | LAchildID | DateOfInitialCPC
                         | C1        |
    Section47            | LAchildID | CINdetailsRow | DateOfInitialCPC
                         | C1        | 1             | 05/05/2026
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C1        | 1             | 05/05/2026
                         | C2        | 2             | 05/05/2026
    flags                | child -
passes: a conference for each plan, at either level, and a plan of the year before
    CINdetails           | LAchildID | DateOfInitialCPC
                         | C1        |
                         | C2        | 31/03/2027
    Section47            | LAchildID | CINdetailsRow | DateOfInitialCPC
                         | C1        | 1             | 01/04/2026
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C1        | 1             | 01/04/2026
                         | C2        | 2             | 31/03/2027
                         | C3        | 3             | 31/03/2026
                         | C4        | 3             |
fires: the conference was in the year before
    Section47            | LAchildID | CINdetailsRow | DateOfInitialCPC
                         | C1        | 1             | 31/03/2026
    ChildProtectionPlans | LAchildID | CINdetailsRow | CPPstartDate
                         | C1        | 1             | 01/04/2026
    flags                | child -
passes: neither plans nor conferences
    ChildProtectionPlans | LAchildID | CPPstartDate
*/

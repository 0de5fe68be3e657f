-- Of two child protection plans of a child, the one ends before the other begins, or on that day.
-- severity: error
-- flags: ChildProtectionPlans
-- columns: CPPstartDate, CPPendDate
-- needs: ChildProtectionPlans.CPPstartDate, ChildProtectionPlans.CPPendDate
-- mend: Check the days of this plan and of the one before it, or put the two together.
SELECT row FROM ChildProtectionPlans
WHERE EXISTS (
    SELECT 1 FROM ChildProtectionPlans AS other
    WHERE other.LAchildID = ChildProtectionPlans.LAchildID AND other.row <> ChildProtectionPlans.row
      AND other.CPPstartDate <= ChildProtectionPlans.CPPstartDate
      AND (other.CPPendDate > ChildProtectionPlans.CPPstartDate OR other.CPPendDate_text IS NULL))

/* cases
fires: begun the day before the other ends, while it is open, and both on one day
    ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                         | A1        | 01/05/2026   | 10/05/2026
                         | A1        | 09/05/2026   | 12/05/2026
                         | A2        | 01/05/2026   |
                         | A2        | 09/05/2026   | 12/05/2026
                         | A3        | 01/05/2026   | 10/05/2026
                         | A3        | 01/05/2026   |
    flags                | 2 | 4 | 5 | 6
passes: begun on the day of the ending, the day after, of another child, and blanks
    ChildProtectionPlans | LAchildID | CPPstartDate | CPPendDate
                         | A1        | 01/05/2026   | 10/05/2026
                         | A1        | 10/05/2026   | 11/05/2026
                         | A1        | 12/05/2026   |
                         | A2        | 05/05/2026   | 12/05/2026
                         | A2        |              | 12/05/2026
                         | A3        | 01/05/2026   | soon
                         | A3        | 05/05/2026   | 12/05/2026
                         |           | 01/05/2026   |
                         |           | 05/05/2026   |
*/

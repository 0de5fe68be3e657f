-- An episode that is closed was closed within the year of the return.
-- severity: error
-- flags: CINdetails
-- columns: CINclosureDate
-- needs: CINdetails.CINclosureDate
-- mend: Check the day on which the episode was closed; an episode closed before the year is not in this return.
SELECT row FROM CINdetails WHERE CINclosureDate NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year, and the day after it
    CINdetails | LAchildID | CINclosureDate
               | A1        | 31/03/2026
               | A2        | 01/04/2027
    flags      | 1 | 2
passes: its first and its last day, and a case that is open
    CINdetails | LAchildID | CINclosureDate
               | A1        | 01/04/2026
               | A2        | 31/03/2027
               | A3        |
passes: the year before, by its own days
    year       | 2025-26
    CINdetails | LAchildID | CINclosureDate
               | A1        | 31/03/2026
*/

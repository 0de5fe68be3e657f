-- The reference date of the return is 31 March, the last day of its collection year.
-- severity: error
-- flags: Header
-- columns: ReferenceDate, Year
-- needs: Header.ReferenceDate
-- mend: Give the last day of the collection year as the reference date.
SELECT row FROM Header WHERE ReferenceDate IS DISTINCT FROM ye()

/* cases
fires: the day before, and the same day of another year
    Header | ReferenceDate
           | 30/03/2027
           | 31/03/2026
           | 31/03/2027
           | 01/04/2027
    flags  | 1 | 2 | 4
fires: none is given
    Header | Collection | ReferenceDate
           | CIN        |
    flags  | 1
passes: the last day of the year before
    year   | 2025-26
    Header | ReferenceDate
           | 31/03/2026
*/

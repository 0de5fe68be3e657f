-- The day by which an initial conference is to be held is a working day.
-- severity: query
-- flags: Section47
-- columns: InitialCPCtarget
-- needs: Section47.InitialCPCtarget
-- mend: Count 15 working days from the start of the enquiry, leaving out weekends and bank holidays.
SELECT row FROM Section47 WHERE NOT is_working_day(InitialCPCtarget)

/* cases
fires: a Saturday, a Sunday, Good Friday, and the Monday in place of Boxing Day
    Section47 | LAchildID | InitialCPCtarget
              | A1        | 09/05/2026
              | A2        | 10/05/2026
              | A3        | 03/04/2026
              | A4        | 28/12/2026
    flags     | 1 | 2 | 3 | 4
passes: the Friday before, the Monday after, none, and a day that cannot be read
    Section47 | LAchildID | InitialCPCtarget
              | A1        | 08/05/2026
              | A2        | 11/05/2026
              | A3        |
              | A4        | soon
*/

-- An enquiry that led to an initial conference tells the day on which it began, and it began by the conference.
-- severity: error
-- flags: Section47
-- columns: S47ActualStartDate, DateOfInitialCPC
-- needs: Section47.S47ActualStartDate, Section47.DateOfInitialCPC
-- mend: Check the day on which the enquiry began against the day of the conference.
SELECT row FROM Section47
WHERE DateOfInitialCPC_text IS NOT NULL
  AND (S47ActualStartDate_text IS NULL OR S47ActualStartDate > DateOfInitialCPC)

/* cases
fires: begun the day after the conference, and no beginning
    Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC
              | A1        | 02/05/2026         | 01/05/2026
              | A1        |                    | 01/05/2026
    flags     | 1 | 2
passes: begun on the day, no conference, and a beginning that cannot be read
    Section47 | LAchildID | S47ActualStartDate | DateOfInitialCPC
              | A1        | 01/05/2026         | 01/05/2026
              | A1        | 02/05/2026         |
              | A1        |                    |
              | A1        | spring             | 01/05/2026
*/

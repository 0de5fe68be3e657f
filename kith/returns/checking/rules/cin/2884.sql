-- An initial conference is given once: with its section 47 enquiry or with the episode itself, not with both.
-- severity: error
-- flags: Section47
-- columns: DateOfInitialCPC
-- needs: Section47.DateOfInitialCPC, CINdetails.DateOfInitialCPC
-- mend: Keep the conference with the section 47 enquiry; only that of a transfer in stands with the episode.
SELECT row FROM Section47
WHERE EXISTS (
    SELECT 1 FROM CINdetails AS c
    WHERE c.row = Section47.CINdetailsRow AND c.DateOfInitialCPC = Section47.DateOfInitialCPC)

/* cases
fires: one day at both levels
    CINdetails | LAchildID | DateOfInitialCPC
               | C1        | 05/05/2026
    Section47  | LAchildID | CINdetailsRow | DateOfInitialCPC
               | C1        | 1             | 04/05/2026
               | C1        | 1             | 05/05/2026
    flags      | 2
passes: another day, another episode, and none given
    CINdetails | LAchildID | DateOfInitialCPC
               | C1        | 05/05/2026
               | C1        |
               | C2        |
    Section47  | LAchildID | CINdetailsRow | DateOfInitialCPC
               | C1        | 1             | 06/05/2026
               | C1        | 2             | 05/05/2026
               | C2        | 3             |
*/

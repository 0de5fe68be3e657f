-- How pre-proceedings came out, where it is told, is one of the codes A, B and C (one public source).
-- severity: error
-- years: 2026-27..
-- flags: PreProceedings
-- columns: PPOutcome
-- needs: PreProceedings.PPOutcome
-- mend: Choose a code from the list of outcomes in the specification of the return.
SELECT row FROM PreProceedings WHERE PPOutcome NOT IN ('A', 'B', 'C')

/* cases
fires: codes that are not on the list
    PreProceedings | LAchildID | PPOutcome
                   | A1        | D
                   | A2        | 1
    flags          | 1 | 2
passes: each code, and none
    PreProceedings | LAchildID | PPOutcome
                   | A1        | A
                   | A2        | B
                   | A3        | C
                   | A4        |
*/

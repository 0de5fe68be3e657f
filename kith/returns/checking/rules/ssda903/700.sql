-- An order depriving a child of liberty has a start, a real day written as DD/MM/YYYY.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_START
-- needs: DoLo.DOLO_START
-- mend: Give the day on which the order began, as DD/MM/YYYY.
SELECT row FROM DoLo WHERE DOLO_START_text IS NULL OR not_a_date(DOLO_START_text)

/* cases
fires: blank, not a real day, or otherwise written
    DoLo  | CHILD | DOLO_START
          | 1     |
          | 2     | 31/06/2026
          | 3     | 2026-06-01
          | 4     | 29/02/2027
    flags | 1 | 2 | 3 | 4
passes: real days
    DoLo | CHILD | DOLO_START
         | 1     | 01/06/2026
         | 2     | 29/02/2024
*/

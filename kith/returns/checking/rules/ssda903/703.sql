-- An order depriving a child of liberty began on the last day of the year or before.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_START
-- needs: DoLo.DOLO_START
-- mend: Check the day on which the order began, or leave out an order of next year.
SELECT row FROM DoLo WHERE DOLO_START > ye()

/* cases
fires: the day after the year
    DoLo  | CHILD | DOLO_START
          | 1     | 01/04/2027
    flags | 1
passes: its last day, before the year, and blank
    DoLo | CHILD | DOLO_START
         | 1     | 31/03/2027
         | 2     | 31/03/2026
         | 3     |
*/

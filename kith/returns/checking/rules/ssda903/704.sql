-- An order depriving a child of liberty that is given an end ended within the collection year.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_START, DOLO_END
-- needs: DoLo.DOLO_END
-- mend: Check the day on which the order ended, or leave out an order that is not of this year.
SELECT row FROM DoLo WHERE DOLO_END NOT BETWEEN ys() AND ye()

/* cases
fires: the day before the year and the day after it
    DoLo  | CHILD | DOLO_END
          | 1     | 31/03/2026
          | 2     | 01/04/2027
    flags | 1 | 2
passes: its first and last day, and blank
    DoLo | CHILD | DOLO_END
         | 1     | 01/04/2026
         | 2     | 31/03/2027
         | 3     |
*/

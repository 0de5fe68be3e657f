-- An order depriving a child of liberty ended after the day on which it began.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_START, DOLO_END
-- needs: DoLo.DOLO_START, DoLo.DOLO_END
-- mend: Check the days on which the order began and ended.
SELECT row FROM DoLo WHERE DOLO_END <= DOLO_START

/* cases
fires: the same day, and before
    DoLo  | CHILD | DOLO_START | DOLO_END
          | 1     | 10/06/2026 | 10/06/2026
          | 2     | 10/06/2026 | 09/06/2026
    flags | 1 | 2
passes: the day after, and blanks
    DoLo | CHILD | DOLO_START | DOLO_END
         | 1     | 10/06/2026 | 11/06/2026
         | 2     | 10/06/2026 |
         | 3     |            | 11/06/2026
*/

-- The end of an order depriving a child of liberty, where it is given, is a real day written as DD/MM/YYYY.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_END
-- needs: DoLo.DOLO_END
-- mend: Give the day on which the order ended, as DD/MM/YYYY, or leave it blank while the order lasts.
SELECT row FROM DoLo WHERE not_a_date(DOLO_END_text)

/* cases
fires: not a real day, or otherwise written
    DoLo  | CHILD | DOLO_END
          | 1     | 31/06/2026
          | 2     | 2026-06-01
          | 3     | ongoing
    flags | 1 | 2 | 3
passes: a real day, and blank
    DoLo | CHILD | DOLO_END
         | 1     | 30/06/2026
         | 2     |
*/

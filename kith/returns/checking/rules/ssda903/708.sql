-- An order depriving a child of liberty began after the child was born.
-- severity: error
-- years: 2026-27..
-- flags: DoLo
-- columns: DOLO_START, DOB
-- needs: DoLo.DOLO_START, DoLo.DOB
-- mend: Check the date of birth and the day on which the order began.
SELECT row FROM DoLo WHERE DOLO_START <= DOB

/* cases
fires: on the day, and before
    DoLo  | CHILD | DOB        | DOLO_START
          | 1     | 10/06/2026 | 10/06/2026
          | 2     | 10/06/2026 | 09/06/2026
    flags | 1 | 2
passes: the day after, and blanks
    DoLo | CHILD | DOB        | DOLO_START
         | 1     | 10/06/2026 | 11/06/2026
         | 2     |            | 11/06/2026
         | 3     | 10/06/2010 |
*/

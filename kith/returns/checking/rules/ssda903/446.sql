-- A placement order (LS E1) begins no earlier than 1 December 2005, when the Act had come in.
-- severity: error
-- flags: Episodes
-- columns: LS, DECOM
-- needs: Episodes.LS, Episodes.DECOM
-- mend: Check the legal status and the day the episode began.
SELECT row FROM Episodes WHERE LS = 'E1' AND DECOM < DATE '2005-12-01'

/* cases
fires: the day before
    Episodes | CHILD | DECOM      | LS
             | 1     | 30/11/2005 | E1
    flags    | 1
passes: on the day, after it, another legal status, and blanks
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/12/2005 | E1
             | 2     | 02/12/2005 | E1
             | 3     | 30/11/2005 | C2
             | 4     |            | E1
             | 5     | 30/11/2005 |
*/

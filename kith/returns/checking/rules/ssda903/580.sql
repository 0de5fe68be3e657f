-- Where a missing period and care both ended on the child's eighteenth birthday, care ended for another reason
-- (REC E8).
-- severity: error
-- flags: Episodes
-- columns: DEC, REC
-- needs: Episodes.DEC, Episodes.REC, Missing.MIS_END, Header.DOB
-- mend: Change the reason that care ended to E8, or check the day on which the missing period ended.
SELECT row FROM Episodes
WHERE REC <> 'E8' AND DEC = birthday(dob, 18)
    AND EXISTS (SELECT 1 FROM Missing AS m WHERE m.CHILD = Episodes.CHILD AND m.MIS_END = Episodes.DEC)

/* cases
fires: another reason on the birthday
    Header   | CHILD | DOB
             | 1     | 10/06/2008
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E4A
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/06/2026 | 10/06/2026
    flags    | 1
fires: born on 29 February, who turns 18 on 1 March in a common year
    Header   | CHILD | DOB
             | 1     | 29/02/2008
             | 2     | 29/02/2008
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2025 | 01/03/2026 | E5
             | 2     | 01/04/2025 | 28/02/2026 | E5
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 20/02/2026 | 01/03/2026
             | 2     | 20/02/2026 | 28/02/2026
    year     | 2025-26
    flags    | 1
passes: for another reason (E8), and found or left the day before
    Header   | CHILD | DOB
             | 1     | 10/06/2008
             | 2     | 10/06/2008
             | 3     | 10/06/2008
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 | E8
             | 2     | 01/04/2026 | 10/06/2026 | E4A
             | 3     | 01/04/2026 | 09/06/2026 | E4A
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/06/2026 | 10/06/2026
             | 2     | 01/06/2026 | 09/06/2026
             | 3     | 01/06/2026 | 09/06/2026
passes: blanks
    Header   | CHILD | DOB
             | 1     | 10/06/2008
             | 2     |
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 10/06/2026 |
             | 1     | 01/04/2026 |            | E4A
             | 2     | 01/04/2026 | 10/06/2026 | E4A
    Missing  | CHILD | MIS_START  | MIS_END
             | 1     | 01/06/2026 | 10/06/2026
             | 1     | 01/06/2026 |
             | 2     | 01/06/2026 | 10/06/2026
*/

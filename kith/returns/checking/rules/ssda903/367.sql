-- A child's short breaks (LS V3) come to 75 days in the year at most.
-- severity: error
-- flags: Episodes
-- columns: LS, DECOM, DEC
-- needs: Episodes.LS, Episodes.DECOM, Episodes.DEC
-- mend: Check the days on which the child's short breaks began and ended, and the legal status.
SELECT row FROM Episodes
WHERE LS = 'V3' AND CHILD IS NOT NULL AND (DEC IS NOT NULL OR DEC_text IS NULL) AND DECOM <= ye() AND till >= ys()
-- Only days of this year count.
QUALIFY sum(greatest(least(till, ye()) - greatest(DECOM, ys()), 0)) OVER (PARTITION BY CHILD) > 75

/* cases
fires: seventy-six days, in one break or several
    Episodes | CHILD | LS | DECOM      | DEC
             | 1     | V3 | 01/04/2026 | 15/06/2026
             | 1     | V3 | 01/07/2026 | 02/07/2026
             | 2     | V3 | 14/01/2027 |
    flags    | 1 | 2 | 3
passes: seventy-five, days of last year, other statuses, or blanks
    Episodes | CHILD | LS | DECOM      | DEC
             | 1     | V3 | 01/04/2026 | 14/06/2026
             | 1     | V3 | 01/07/2026 | 02/07/2026
             | 2     | V3 | 15/01/2027 |
             | 3     | V3 | 01/01/2026 | 15/06/2026
             | 4     | V4 | 01/04/2026 | 01/12/2026
             | 5     | V3 |            | 01/12/2026
             | 6     | V3 | 01/04/2026 | soon
*/

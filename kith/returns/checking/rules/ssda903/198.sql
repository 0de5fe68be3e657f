-- The reason for no score for strengths and difficulties is given only for a child looked after the whole year.
-- severity: error
-- flags: OC2
-- columns: SDQ_REASON
-- needs: OC2.SDQ_REASON, Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Take the reason away, or mend the episodes if the child was looked after all year.
SELECT row FROM OC2 WHERE SDQ_REASON IS NOT NULL AND CHILD NOT IN (SELECT child FROM Children WHERE cla12)

/* cases
fires: came in after the first day, or no episode
    OC2      | CHILD | SDQ_REASON
             | 1     | SDQ2
             | 2     | SDQ2
    Episodes | CHILD | DECOM      | RNE | LS
             | 1     | 02/04/2026 | S   | C2
    flags    | 1 | 2
passes: looked after all year, or no reason
    OC2      | CHILD | SDQ_REASON
             | 1     | SDQ2
             | 2     |
    Episodes | CHILD | DECOM      | RNE | LS
             | 1     | 01/04/2026 | S   | C2
*/

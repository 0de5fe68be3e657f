-- A child looked after all year, aged 4 to 16 throughout it, is not without a score for strengths and difficulties
-- by reason of age (SDQ1).
-- severity: error
-- flags: OC2
-- columns: DOB, SDQ_SCORE, SDQ_REASON
-- needs: OC2.DOB, OC2.SDQ_REASON, Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Give the score, or the true reason that there is none.
SELECT row FROM OC2 WHERE SDQ_REASON = 'SDQ1' AND SDQ_SCORE_text IS NULL
AND birthday(DOB, 4) <= ys() AND birthday(DOB, 17) > ye()
AND CHILD IN (SELECT child FROM Children WHERE cla12)

/* cases
fires: 4 on the first day of the year, or 17 on the day after it
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 01/04/2022 |           | SDQ1
             | 2     | 01/04/2010 |           | SDQ1
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
    flags    | 1 | 2
passes: 4 the day after, 17 on the last day, another reason, a score, not all year, or age not known
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 02/04/2022 |           | SDQ1
             | 2     | 31/03/2010 |           | SDQ1
             | 3     | 01/04/2015 |           | SDQ2
             | 4     | 01/04/2015 | 12        | SDQ1
             | 5     | 01/04/2015 |           | SDQ1
             | 6     |            |           | SDQ1
             | 7     | 01/04/2015 |           |
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
             | 3     | 01/04/2026 | C2
             | 4     | 01/04/2026 | C2
             | 5     | 01/04/2026 | V4
             | 6     | 01/04/2026 | C2
             | 7     | 01/04/2026 | C2
passes: born on 29 February, 17 on 1 March
    OC2      | CHILD | DOB        | SDQ_REASON
             | 1     | 29/02/2008 | SDQ1
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
*/

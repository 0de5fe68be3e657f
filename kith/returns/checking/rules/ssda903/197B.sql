-- A child looked after all year who turns 4 or 17 in it has a score for strengths and difficulties, or the reason
-- that there is none.
-- severity: error
-- flags: OC2
-- columns: DOB, SDQ_SCORE, SDQ_REASON
-- needs: OC2.DOB, OC2.SDQ_SCORE, Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Give the score, or the reason that there is none.
SELECT row FROM OC2 WHERE SDQ_SCORE_text IS NULL AND SDQ_REASON IS NULL
AND (birthday(DOB, 4) BETWEEN ys() AND ye()
    -- Whoever is 17 on the first day has none (189).
    OR birthday(DOB, 17) BETWEEN ys() + 1 AND ye())
AND CHILD IN (SELECT child FROM Children WHERE cla12)

/* cases
fires: 4 on the first or the last day of the year, 17 on its second or last
    OC2      | CHILD | DOB
             | 1     | 01/04/2022
             | 2     | 31/03/2023
             | 3     | 02/04/2009
             | 4     | 31/03/2010
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
             | 3     | 01/04/2026 | C2
             | 4     | 01/04/2026 | C2
    flags    | 1 | 2 | 3 | 4
passes: the day before or after the year, 17 on its first day, or age not known
    OC2      | CHILD | DOB
             | 1     | 31/03/2022
             | 2     | 01/04/2023
             | 3     | 31/03/2009
             | 4     | 01/04/2010
             | 5     |
             | 6     | 01/04/2009
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
             | 3     | 01/04/2026 | C2
             | 4     | 01/04/2026 | C2
             | 5     | 01/04/2026 | C2
             | 6     | 01/04/2026 | C2
passes: a score, a reason, or not looked after all year
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 29/02/2023 |           |
             | 2     | 01/06/2022 | 0         |
             | 3     | 01/06/2022 |           | SDQ1
             | 4     | 01/06/2022 |           |
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
             | 3     | 01/04/2026 | C2
*/

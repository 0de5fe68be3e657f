-- A child looked after all year, aged 4 to 16 throughout it, has a score for strengths and difficulties, or the
-- reason that there is none.
-- severity: error
-- flags: OC2
-- columns: DOB, SDQ_SCORE, SDQ_REASON
-- needs: OC2.DOB, OC2.SDQ_SCORE, Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Give the score, or the reason that there is none.
SELECT child, row FROM Children LEFT JOIN OC2 USING (child)
WHERE cla12 AND SDQ_SCORE_text IS NULL AND SDQ_REASON IS NULL
AND birthday(coalesce(OC2.DOB, Children.dob), 4) <= ys() AND birthday(coalesce(OC2.DOB, Children.dob), 17) > ye()

/* cases
fires: 4 on the first day of the year, or 17 on the day after it, and where there is no row
    Header   | CHILD | DOB
             | 3     | 01/04/2015
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 01/04/2022 |           |
             | 2     | 01/04/2010 |           |
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
             | 3     | 01/04/2026 | C2
    flags    | 1 | 2 | child 3
passes: 4 the day after, 17 on the last day, a score, a reason, not all year, or age not known
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 02/04/2022 |           |
             | 2     | 31/03/2010 |           |
             | 3     | 01/04/2015 | 0         |
             | 4     | 01/04/2015 |           | SDQ2
             | 5     | 01/04/2015 |           |
             | 6     |            |           |
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
             | 2     | 01/04/2026 | C2
             | 3     | 01/04/2026 | C2
             | 4     | 01/04/2026 | C2
             | 5     | 01/04/2026 | V3
             | 6     | 01/04/2026 | C2
passes: born on 29 February, 17 on 1 March
    OC2      | CHILD | DOB
             | 1     | 29/02/2010
    Episodes | CHILD | DECOM      | LS
             | 1     | 01/04/2026 | C2
*/

-- Someone already 17 when the year begins has no score for strengths and difficulties, nor a reason for none.
-- severity: error
-- flags: OC2
-- columns: DOB, SDQ_SCORE, SDQ_REASON
-- needs: OC2.DOB, OC2.SDQ_SCORE, OC2.SDQ_REASON
-- mend: Leave both blank, or mend the date of birth.
SELECT row FROM OC2 WHERE birthday(DOB, 17) <= ys() AND coalesce(SDQ_SCORE_text, SDQ_REASON) IS NOT NULL

/* cases
fires: 17 on the first day of the year, with either
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 01/04/2009 | 12        |
             | 2     | 01/04/2009 |           | SDQ1
    flags    | 1 | 2
passes: 17 the day after, both blank, or age not known
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 02/04/2009 | 12        |
             | 2     | 01/04/2009 |           |
             | 3     |            | 12        |
*/

-- The reason for no score for strengths and difficulties is given only where there is no score.
-- severity: error
-- flags: OC2
-- columns: SDQ_SCORE, SDQ_REASON
-- needs: OC2.SDQ_SCORE, OC2.SDQ_REASON
-- mend: Take the score or the reason away, whichever is wrong.
SELECT row FROM OC2 WHERE SDQ_SCORE_text IS NOT NULL AND SDQ_REASON IS NOT NULL

/* cases
fires: both
    OC2      | CHILD | SDQ_SCORE | SDQ_REASON
             | 1     | 0         | SDQ2
    flags    | 1
passes: either, or neither
    OC2      | CHILD | SDQ_SCORE | SDQ_REASON
             | 1     | 12        |
             | 2     |           | SDQ2
             | 3     |           |
*/

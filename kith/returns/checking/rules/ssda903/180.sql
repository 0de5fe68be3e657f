-- A score for strengths and difficulties, where it is given, is a whole number from 0 to 40.
-- severity: error
-- flags: OC2
-- columns: SDQ_SCORE
-- needs: OC2.SDQ_SCORE
-- mend: Copy the score from the questionnaire: a whole number from 0 to 40.
SELECT row FROM OC2 WHERE NOT regexp_full_match(SDQ_SCORE_text, '[0-9]{1,2}') OR SDQ_SCORE > 40

/* cases
fires: too high, below nothing, not whole, and words
    OC2      | CHILD | SDQ_SCORE
             | 1     | 41
             | 2     | -1
             | 3     | 12.5
             | 4     | high
             | 5     | 100
    flags    | 1 | 2 | 3 | 4 | 5
passes: the least, the most, and blank
    OC2      | CHILD | SDQ_SCORE
             | 1     | 0
             | 2     | 40
             | 3     | 12.0
             | 4     |
*/

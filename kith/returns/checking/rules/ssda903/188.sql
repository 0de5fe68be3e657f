-- A child still under 4 when the year ends has no score for strengths and difficulties, nor a reason for none.
-- severity: error
-- flags: OC2
-- columns: DOB, SDQ_SCORE, SDQ_REASON
-- needs: OC2.DOB, OC2.SDQ_SCORE, OC2.SDQ_REASON
-- mend: Leave both blank, or mend the date of birth.
SELECT row FROM OC2 WHERE birthday(DOB, 4) > ye() AND coalesce(SDQ_SCORE_text, SDQ_REASON) IS NOT NULL

/* cases
fires: 4 on the day after the year, with either
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 01/04/2023 | 12        |
             | 2     | 01/04/2023 |           | SDQ1
    flags    | 1 | 2
passes: 4 on its last day, both blank, or age not known
    OC2      | CHILD | DOB        | SDQ_SCORE | SDQ_REASON
             | 1     | 31/03/2023 | 12        |
             | 2     | 01/04/2025 |           |
             | 3     |            | 12        |
*/

-- Why there is no score for strengths and difficulties, where it is given, is one of SDQ1 to SDQ5.
-- severity: error
-- flags: OC2
-- columns: SDQ_REASON
-- needs: OC2.SDQ_REASON
-- mend: Choose the reason from SDQ1 to SDQ5.
SELECT row FROM OC2 WHERE NOT valid_sdq_reason(SDQ_REASON)

/* cases
fires: what is not a code of this year
    OC2      | CHILD | SDQ_REASON
             | 1     | SDQ6
             | 2     | SDQ
    flags    | 1 | 2
passes: codes, and none given
    OC2      | CHILD | SDQ_REASON
             | 1     | SDQ1
             | 2     | SDQ5
             | 3     |
*/

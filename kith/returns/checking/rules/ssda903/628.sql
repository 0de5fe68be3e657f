-- A care leaver (OC3) without episodes in the year is not said to be a mother or not.
-- severity: error
-- flags: Header
-- columns: MOTHER
-- needs: Header.MOTHER, OC3.IN_TOUCH, Episodes.CHILD
-- mend: Clear whether she is a mother: it is asked only of those looked after in the year.
SELECT row FROM Header
WHERE MOTHER IS NOT NULL AND CHILD IN (SELECT child FROM Children WHERE has_oc3 AND episodes = 0)

/* cases
fires: either answer
    Header | CHILD | MOTHER
           | 1     | 1
           | 2     | 0
    OC3    | CHILD | IN_TOUCH
           | 1     | YES
           | 2     | NO
    flags  | 1 | 2
passes: has an episode, is no care leaver, has a row without answers, or it is blank
    Header   | CHILD | MOTHER
             | 1     | 1
             | 2     | 1
             | 3     | 1
             | 4     |
    Episodes | CHILD | DECOM
             | 1     | 01/04/2026
    OC3      | CHILD | IN_TOUCH
             | 1     | YES
             | 3     |
             | 4     | YES
*/

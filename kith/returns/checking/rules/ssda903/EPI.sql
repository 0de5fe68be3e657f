-- A child in the header file has episodes, or answers as a care leaver (OC3).
-- severity: error
-- flags: Header
-- columns: CHILD
-- needs: Episodes.CHILD
-- mend: Add the child's episodes, or take the child out of the header file.
SELECT row FROM Header WHERE CHILD IN (SELECT child FROM Children WHERE episodes = 0 AND NOT has_oc3)

/* cases
fires: neither, or a row in OC3 without answers
    Header | CHILD
           | 1
           | 2
    OC3    | CHILD | IN_TOUCH
           | 2     |
    flags  | 1 | 2
passes: one or the other, and blank
    Header   | CHILD
             | 1
             | 2
             |
    Episodes | CHILD | DECOM
             | 1     | 01/04/2026
    OC3      | CHILD | IN_TOUCH
             | 2     | YES
*/

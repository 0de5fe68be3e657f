-- The reason for a change of placement, where it is given, is one of the codes of the return.
-- severity: error
-- flags: Episodes
-- columns: REASON_PLACE_CHANGE
-- needs: Episodes.REASON_PLACE_CHANGE
-- mend: Choose the reason for the change of placement from the codes of the return.
SELECT row FROM Episodes WHERE NOT valid_reason_place_change(REASON_PLACE_CHANGE)

/* cases
fires: what is not a code of this year
    Episodes | CHILD | REASON_PLACE_CHANGE
             | 1     | MOVED
             | 2     | carpl
    flags    | 1 | 2
passes: codes, and none given
    Episodes | CHILD | REASON_PLACE_CHANGE
             | 1     | CARPL
             | 2     | OTHER
             | 3     |
*/

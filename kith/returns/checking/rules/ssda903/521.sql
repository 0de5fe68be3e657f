-- The decision that a child be placed for adoption (DATE_INT) was made by the day that placement (A3 to A6)
-- began.
-- severity: error
-- flags: AD1
-- columns: DATE_INT
-- needs: AD1.DATE_INT, Episodes.PLACE, Episodes.DECOM
-- mend: Check the date of the decision and the day the adoption placement began.
SELECT row FROM AD1
WHERE DATE_INT > (
    -- The first day of the last such placement, within which the legal status or code may have changed.
    SELECT max(DECOM) FROM Episodes
    WHERE Episodes.CHILD = AD1.CHILD AND PLACE IN ('A3', 'A4', 'A5', 'A6')
      AND coalesce(prev_PLACE NOT IN ('A3', 'A4', 'A5', 'A6'), true))

/* cases
fires: the day after, though a later change within the placement came after it
    AD1      | CHILD | DATE_INT
             | 1     | 02/06/2026
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/04/2026 | U4
             | 1     | 01/06/2026 | A4
             | 1     | 01/08/2026 | A6
    flags    | 1
passes: on the day, before it, before the second of two placements, none, and blank
    AD1      | CHILD | DATE_INT
             | 1     | 01/06/2026
             | 2     | 31/05/2026
             | 3     | 01/08/2026
             | 4     | 01/08/2026
             | 5     |
    Episodes | CHILD | DECOM      | PLACE
             | 1     | 01/06/2026 | A4
             | 2     | 01/06/2026 | A6
             | 3     | 01/06/2026 | A4
             | 3     | 01/07/2026 | U4
             | 3     | 01/09/2026 | A6
             | 4     | 01/06/2026 | U4
             | 5     | 01/06/2026 | A3
*/

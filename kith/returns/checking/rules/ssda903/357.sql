-- A child's first episode begins because the child starts to be looked after (RNE S).
-- severity: error
-- flags: Episodes
-- columns: RNE, DECOM
-- needs: Episodes.RNE, Episodes.DECOM
-- mend: Correct the reason for the new episode, or add the episodes before it.
SELECT row FROM Episodes
WHERE nth = 1 AND RNE <> 'S'
    -- One that was open when the year began may have had others before it, in earlier returns.
    AND DECOM >= ys()

/* cases
fires: another reason, from the first day of the year
    Episodes | CHILD | DECOM      | RNE
             | 1     | 01/04/2026 | P
             | 2     | 01/06/2026 | L
    flags    | 1 | 2
passes: a start, a second episode, one open when the year began, or blank
    Episodes | CHILD | DECOM      | RNE
             | 1     | 01/06/2026 | S
             | 1     | 01/07/2026 | P
             | 2     | 31/03/2026 | P
             | 3     | 01/06/2026 |
             | 4     |            | P
*/

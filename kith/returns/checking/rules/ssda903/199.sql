-- Once a child has been adopted (REC E11 or E12), this year or last, there is no later episode.
-- severity: error
-- flags: Episodes
-- columns: DECOM, RNE
-- needs: Episodes.DECOM, Episodes.DEC, Episodes.REC
-- mend: Check the reason that the earlier episode ended; an adopted child who comes back into care has a new id.
SELECT row FROM Episodes
WHERE nth > (SELECT min(nth) FROM Episodes AS adopted
    WHERE adopted.CHILD = Episodes.CHILD AND adopted.REC IN ('E11', 'E12'))
OR DECOM >= (SELECT min(DEC) FROM Episodes_last AS adopted
    WHERE adopted.CHILD = Episodes.CHILD AND adopted.REC IN ('E11', 'E12'))

/* cases
fires: all that come after it
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/07/2026 |            |
             | 1     | 01/06/2026 | 01/07/2026 | X1
             | 1     | 01/04/2026 | 01/05/2026 | E11
    flags    | 1 | 2
fires: adopted last year
    Episodes      | CHILD | DECOM
                  | 1     | 01/05/2026
    Episodes_last | CHILD | DECOM      | DEC        | REC
                  | 1     | 01/04/2025 | 01/06/2025 | E12
    flags         | 1
passes: adopted at the end, others before, and another child's
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 | 01/05/2026 | X1
             | 1     | 01/05/2026 | 01/06/2026 | E12
             | 2     | 01/06/2026 |            |
             | 3     | 01/04/2026 | 01/05/2026 | E4A
             | 3     | 01/06/2026 |            |
*/

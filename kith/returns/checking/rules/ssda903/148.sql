-- The day and the reason that an episode ended are both given, or neither.
-- severity: error
-- flags: Episodes
-- columns: DEC, REC
-- needs: Episodes.DEC, Episodes.REC
-- mend: Give what is lacking, the day or the reason, or take the other away.
SELECT row FROM Episodes WHERE (DEC_text IS NULL) <> (REC IS NULL)

/* cases
fires: one of the two
    Episodes | CHILD | DEC        | REC
             | 1     | 01/05/2026 |
             | 2     |            | X1
    flags    | 1 | 2
passes: both, neither, and a day that cannot be read
    Episodes | CHILD | DEC        | REC
             | 1     | 01/05/2026 | X1
             | 2     |            |
             | 3     | in May     | X1
*/

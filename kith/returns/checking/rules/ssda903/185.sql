-- A score for strengths and difficulties is given only for a child looked after the whole year.
-- severity: error
-- flags: OC2
-- columns: SDQ_SCORE
-- needs: OC2.SDQ_SCORE, Episodes.DECOM, Episodes.DEC, Episodes.RNE, Episodes.REC, Episodes.LS
-- mend: Take the score away, or mend the episodes if the child was looked after all year.
SELECT row FROM OC2 WHERE SDQ_SCORE_text IS NOT NULL AND CHILD NOT IN (SELECT child FROM Children WHERE cla12)

/* cases
fires: came in after the first day, left before the last, short breaks, or no episode
    OC2      | CHILD | SDQ_SCORE
             | 1     | 12
             | 2     | 12
             | 3     | 0
             | 4     | twelve
    Episodes | CHILD | DECOM      | RNE | DEC        | REC | LS
             | 1     | 02/04/2026 | S   |            |     | C2
             | 2     | 01/04/2025 | S   | 30/03/2027 | E5  | C2
             | 3     | 01/04/2025 | S   |            |     | V3
    flags    | 1 | 2 | 3 | 4
passes: looked after all year, to its last day; no score
    OC2      | CHILD | SDQ_SCORE
             | 1     | 12
             | 2     | 12
             | 3     |
    Episodes | CHILD | DECOM      | RNE | DEC        | REC | LS
             | 1     | 01/04/2026 | S   |            |     | C2
             | 2     | 01/04/2025 | S   | 01/06/2026 | X1  | C2
             | 2     | 01/06/2026 | P   | 31/03/2027 | E5  | C2
             | 3     | 02/04/2026 | S   |            |     | C2
*/

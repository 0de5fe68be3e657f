-- After a temporary placement (T0 to T4) a child goes back (RNE P) to the placement and the postcode of the
-- episode before it.
-- severity: error
-- flags: Episodes
-- columns: RNE, PLACE, PL_POST
-- needs: Episodes.RNE, Episodes.PLACE, Episodes.PL_POST, Episodes.REC
-- mend: Correct this episode's reason, placement or postcode; or the temporary one, if the child did not go back.
SELECT row FROM Episodes
WINDOW own AS (PARTITION BY CHILD ORDER BY nth)
-- Where care ended with the temporary placement, that is another rule's matter.
QUALIFY prev_PLACE IN ('T0', 'T1', 'T2', 'T3', 'T4') AND prev_REC = 'X1' AND (
    RNE <> 'P' OR PLACE <> lag(PLACE, 2) OVER own OR PL_POST <> lag(PL_POST, 2) OVER own)

/* cases
fires: another reason, placement or postcode
    Episodes | CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
             | 1     | 01/04/2026 | S   | U4    | AB1 2CD | 01/05/2026 | X1
             | 1     | 01/05/2026 | P   | T1    | AB3 4EF | 08/05/2026 | X1
             | 1     | 08/05/2026 | B   | U4    | AB1 2CD | 01/06/2026 | X1
             | 1     | 01/06/2026 | P   | T1    | AB3 4EF | 08/06/2026 | X1
             | 1     | 08/06/2026 | P   | K2    | AB1 2CD | 01/07/2026 | X1
             | 1     | 01/07/2026 | P   | T1    | AB3 4EF | 08/07/2026 | X1
             | 1     | 08/07/2026 | P   | K2    | AB1 2CE |            |
             | 2     | 01/01/2026 | P   | T1    | AB3 4EF | 08/04/2026 | X1
             | 2     | 08/04/2026 | T   | U4    | AB1 2CD |            |
    flags    | 3 | 5 | 7 | 9
passes: back where it was, care had ended, the episode before not in the return, or blanks
    Episodes | CHILD | DECOM      | RNE | PLACE | PL_POST | DEC        | REC
             | 1     | 01/04/2026 | S   | U4    | AB1 2CD | 01/05/2026 | X1
             | 1     | 01/05/2026 | P   | T1    | AB3 4EF | 08/05/2026 | X1
             | 1     | 08/05/2026 | P   | U4    | ab12cd  | 01/06/2026 | X1
             | 1     | 01/06/2026 | P   | T1    | AB3 4EF | 08/06/2026 | E4A
             | 1     | 08/07/2026 | S   | K2    | AB1 2CE |            |
             | 2     | 01/01/2026 | P   | T1    | AB3 4EF | 08/04/2026 | X1
             | 2     | 08/04/2026 | P   | U4    | AB1 2CD |            |
             | 3     | 01/04/2026 | S   | U4    | AB1 2CD | 01/05/2026 | X1
             | 3     | 01/05/2026 | P   | T1    | AB3 4EF | 08/05/2026 | X1
             | 3     | 08/05/2026 |     |       |         |            |
*/

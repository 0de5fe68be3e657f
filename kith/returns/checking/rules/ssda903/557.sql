-- A child placed for adoption, or under a placement order, who left care not adopted has the day of and reason
-- for no longer being placed for adoption.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED_CEASED, REASON_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED_CEASED, PlacedAdoption.REASON_PLACED_CEASED, Episodes.PLACE, Episodes.LS, Episodes.REC
-- mend: Say when and why the decision was withdrawn, or correct why the child left care.
WITH left_care AS (
    SELECT CHILD AS child, DEC FROM Episodes AS final
    WHERE row = period_last AND REC NOT IN ('X1', 'E11', 'E12')
      AND EXISTS (
        SELECT 1 FROM Episodes AS own
        WHERE own.CHILD = final.CHILD AND own.period = final.period
          AND (own.PLACE IN ('A3', 'A4', 'A5', 'A6') OR own.LS = 'E1')))
SELECT left_care.child, decision.row
FROM left_care LEFT JOIN PlacedAdoption AS decision
    ON decision.CHILD = left_care.child AND coalesce(decision.DATE_PLACED <= left_care.DEC, true)
WHERE decision.DATE_PLACED_CEASED_text IS NULL OR decision.REASON_PLACED_CEASED IS NULL

/* cases
fires: either is lacking, or the whole row
    Episodes       | CHILD | DECOM      | RNE | LS | PLACE | DEC        | REC
                   | 1     | 01/04/2026 | S   | V2 | A3    | 01/05/2026 | X1
                   | 1     | 01/05/2026 | P   | V2 | U4    | 01/06/2026 | E4A
                   | 2     | 01/04/2026 | S   | E1 | U4    | 01/06/2026 | E8
                   | 3     | 01/04/2026 | S   | E1 | A6    | 01/06/2026 | E2
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                   | 1     | 01/04/2026  |                    | RD1
                   | 2     | 01/04/2026  | 01/05/2026         |
    flags          | 1 | 2 | child 3
passes: both given, adopted, still in care, and never to be adopted
    Episodes       | CHILD | DECOM      | RNE | LS | PLACE | DEC        | REC
                   | 1     | 01/04/2026 | S   | V2 | A3    | 01/06/2026 | E4A
                   | 2     | 01/04/2026 | S   | E1 | A6    | 01/06/2026 | E11
                   | 3     | 01/04/2026 | S   | E1 | A5    | 01/06/2026 | E12
                   | 4     | 01/04/2026 | S   | E1 | A5    | 01/06/2026 | X1
                   | 4     | 01/06/2026 | L   | C2 | A5    |            |
                   | 5     | 01/04/2026 | S   | C2 | U4    | 01/06/2026 | E4A
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                   | 1     | 01/04/2026  | 01/06/2026         | RD1
                   | 2     | 01/04/2026  |                    |
                   | 3     | 01/04/2026  |                    |
                   | 4     | 01/04/2026  |                    |
                   | 5     | 01/04/2026  |                    |
passes: a decision made since, in another spell of care
    Episodes       | CHILD | DECOM      | RNE | LS | PLACE | DEC        | REC
                   | 1     | 01/04/2026 | S   | E1 | A6    | 01/06/2026 | E4A
                   | 1     | 01/08/2026 | S   | E1 | A6    |            |
    PlacedAdoption | CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
                   | 1     | 01/04/2026  | 01/06/2026         | RD1
                   | 1     | 01/09/2026  |                    |
*/

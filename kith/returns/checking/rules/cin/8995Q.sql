-- The return holds something on pre-proceedings and family group decision making (one public source).
-- severity: query
-- years: 2026-27..
-- flags: PreProceedings
-- columns: PPStartDate
-- needs: PreProceedings
-- across: PreProceedings
-- mend: Put in the pre-proceedings of the year, or say in the return why there are none.
SELECT NULL AS row, NULL AS child WHERE NOT EXISTS (SELECT 1 FROM PreProceedings)

/* cases
fires: none at all
    PreProceedings | LAchildID | PPStartDate
    flags          | child -
passes: one, even without a day
    PreProceedings | LAchildID | PPStartDate
                   | A1        |
*/

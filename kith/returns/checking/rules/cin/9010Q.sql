-- Where a family group decision making meeting was offered, it is told whether one was held during
-- pre-proceedings (one public source).
-- severity: query
-- years: 2026-27..
-- flags: PreProceedings
-- columns: FGDMMeetingOffer, FGDMMeetingFac
-- needs: PreProceedings.FGDMMeetingOffer, PreProceedings.FGDMMeetingFac
-- mend: Say whether the meeting that was offered was held.
SELECT row FROM PreProceedings WHERE FGDMMeetingOffer = '1' AND FGDMMeetingFac IS NULL

/* cases
fires: offered, and not said whether it was held
    PreProceedings | LAchildID | FGDMMeetingOffer | FGDMMeetingFac
                   | A1        | 1                |
                   | A2        | true             |
    flags          | 1 | 2
passes: held, not held, not offered, and not said whether it was
    PreProceedings | LAchildID | FGDMMeetingOffer | FGDMMeetingFac
                   | A1        | 1                | 1
                   | A2        | 1                | 0
                   | A3        | 0                |
                   | A4        |                  |
*/

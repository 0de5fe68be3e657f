-- Where a letter before proceedings was sent, it is told whether it offered a family group decision making
-- meeting (one public source).
-- severity: error
-- years: 2026-27..
-- flags: PreProceedings
-- columns: LBPSentDate, FGDMMeetingOffer
-- needs: PreProceedings.LBPSentDate, PreProceedings.FGDMMeetingOffer
-- mend: Say whether the letter offered a family group decision making meeting.
SELECT row FROM PreProceedings WHERE LBPSentDate_text IS NOT NULL AND FGDMMeetingOffer IS NULL

/* cases
fires: a letter, and not said
    PreProceedings | LAchildID | LBPSentDate | FGDMMeetingOffer
                   | A1        | 01/05/2026  |
    flags          | 1
passes: offered, not offered, and no letter
    PreProceedings | LAchildID | LBPSentDate | FGDMMeetingOffer
                   | A1        | 01/05/2026  | 1
                   | A2        | 01/05/2026  | false
                   | A3        |             |
*/

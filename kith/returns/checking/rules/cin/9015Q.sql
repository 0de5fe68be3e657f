-- Where there was a first pre-proceedings meeting, it is told how many review meetings came after it: 0 where
-- there were none (one public source).
-- severity: query
-- years: 2026-27..
-- flags: PreProceedings
-- columns: InitialPPMeetingDate, ReviewMeetingsCount
-- needs: PreProceedings.InitialPPMeetingDate, PreProceedings.ReviewMeetingsCount
-- mend: Give the number of review meetings, or 0.
SELECT row FROM PreProceedings
WHERE InitialPPMeetingDate_text IS NOT NULL
  AND (ReviewMeetingsCount_text IS NULL OR NOT regexp_full_match(ReviewMeetingsCount_text, '[0-9]+'))

/* cases
fires: none, less than nothing, and a word
    PreProceedings | LAchildID | InitialPPMeetingDate | ReviewMeetingsCount
                   | A1        | 01/05/2026           |
                   | A2        | 01/05/2026           | -1
                   | A3        | 01/05/2026           | two
    flags          | 1 | 2 | 3
passes: none held, some held, and no first meeting
    PreProceedings | LAchildID | InitialPPMeetingDate | ReviewMeetingsCount
                   | A1        | 01/05/2026           | 0
                   | A2        | 01/05/2026           | 3
                   | A3        |                      |
*/

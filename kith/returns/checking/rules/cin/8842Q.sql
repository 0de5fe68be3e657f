-- A review of a child protection plan tells the day of the review.
-- severity: query
-- flags: Reviews
-- columns: CPPreviewDate
-- needs: Reviews.CPPreviewDate
-- mend: Give the day of the review, or take out the empty row.
SELECT row FROM Reviews WHERE CPPreviewDate_text IS NULL

/* cases
fires: no day
    Reviews | LAchildID | CPPreviewDate
            | A1        | 01/05/2026
            | A1        |
    flags   | 2
passes: a day, and text that is no day
    Reviews | LAchildID | CPPreviewDate
            | A1        | 01/05/2026
            | A1        | spring
*/

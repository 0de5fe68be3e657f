-- Care leaver's answers (OC3) are for those looked after 91 days or more since they turned 14, short breaks aside,
-- some of it once they were 16, who were not adopted; as far as this year's episodes and last year's show.
-- severity: error
-- flags: OC3
-- columns: DOB, IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, Header.DOB, Episodes.DECOM, Episodes.DEC, Episodes_last.DECOM, Episodes_last.DEC
-- mend: Check the date of birth and the episodes of both years; take the answers away if none are due.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND CHILD IN (SELECT child FROM Children WHERE dob IS NOT NULL)
AND CHILD NOT IN (
    WITH both_years AS (
        SELECT CHILD, DECOM, coalesce(DEC, ye() + 1) AS left_on, REC, short_break FROM Episodes
        UNION ALL
        SELECT CHILD, DECOM, coalesce(DEC, ys()), REC, short_break FROM Episodes_last
    ),
    -- An episode that goes on from last year is in both: once, to its later end.
    once AS (
        SELECT CHILD AS child, DECOM, max(left_on) AS until, max_by(coalesce(REC, ''), left_on) AS why,
            coalesce(bool_or(short_break), false) AS short
        FROM both_years GROUP BY CHILD, DECOM
    )
    SELECT child FROM once JOIN Children USING (child)
    GROUP BY child
    HAVING sum(until - greatest(DECOM, birthday(dob, 14))) FILTER (NOT short AND until > birthday(dob, 14)) >= 91
        AND bool_or(NOT short AND least(until, ye()) >= birthday(dob, 16))
        AND max_by(why, until) NOT IN ('E11', 'E12')
)

/* cases
fires: 90 days, only until the day before turning 16, short breaks, adopted, or no episode
    Header   | CHILD | DOB
             | 1     | 02/05/2009
             | 2     | 02/05/2010
             | 3     | 02/05/2009
             | 4     | 02/05/2009
             | 5     | 02/05/2006
    Episodes | CHILD | DECOM      | DEC        | LS | REC
             | 1     | 01/06/2026 | 30/08/2026 | V2 | E5
             | 2     | 01/06/2024 | 01/05/2026 | V2 | E5
             | 3     | 01/06/2024 |            | V4 |
             | 4     | 01/06/2024 | 01/09/2026 | E1 | E12
    OC3      | CHILD | IN_TOUCH
             | 1     | YES
             | 2     | YES
             | 3     | YES
             | 4     | YES
             | 5     | YES
    flags    | 1 | 2 | 3 | 4 | 5
passes: 91 days, to the sixteenth birthday, no answers, or age not known
    Header   | CHILD | DOB
             | 1     | 02/05/2009
             | 2     | 02/05/2010
             | 3     | 02/05/2010
    Episodes | CHILD | DECOM      | DEC        | LS | REC
             | 1     | 01/06/2026 | 31/08/2026 | V2 | E5
             | 2     | 01/06/2024 | 02/05/2026 | V2 | E5
    OC3      | CHILD | IN_TOUCH | ACTIV | ACCOM
             | 1     | YES      | F2    | B1
             | 2     | YES      | F2    | B1
             | 3     |          |       |
             | 4     | YES      | F2    | B1
passes: 91 days in two spells of two years
    Header        | CHILD | DOB
                  | 1     | 01/05/2009
    Episodes_last | CHILD | DECOM      | DEC        | LS | REC
                  | 1     | 01/06/2025 | 01/07/2025 | V2 | E4A
                  | 1     | 30/03/2026 |            | V2 |
    Episodes      | CHILD | DECOM      | DEC        | LS | REC
                  | 1     | 30/03/2026 | 30/05/2026 | V2 | E5
    OC3           | CHILD | ACCOM
                  | 1     | B1
fires: 90 days, for an episode that is in both years counts once
    Header        | CHILD | DOB
                  | 1     | 01/05/2009
    Episodes_last | CHILD | DECOM      | DEC | LS
                  | 1     | 01/02/2026 |     | V2
    Episodes      | CHILD | DECOM      | DEC        | LS | REC
                  | 1     | 01/02/2026 | 02/05/2026 | V2 | E5
    OC3           | CHILD | ACCOM
                  | 1     | B1
    flags         | 1
passes: born on 29 February: days count from 1 March in the year of turning 14
    Header        | CHILD | DOB
                  | 1     | 29/02/2008
    Episodes_last | CHILD | DECOM      | DEC        | LS | REC
                  | 1     | 01/01/2022 | 31/05/2025 | C2 | E5
    OC3           | CHILD | ACCOM
                  | 1     | B1
*/

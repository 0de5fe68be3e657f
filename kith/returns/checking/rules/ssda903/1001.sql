-- Care leaver's answers (OC3) are for those looked after 91 days or more since they turned 14, short breaks aside,
-- some of it once they were 16, who were not adopted; as far as this year's episodes and last year's show. Of whoever
-- turned 16 before last year, or was in care already when what is shown begins, there may be days that neither shows;
-- whose earlier spell of care was over before last year began is asked about.
-- severity: error
-- flags: OC3
-- columns: DOB, IN_TOUCH, ACTIV, ACCOM
-- needs: OC3.IN_TOUCH, Header.DOB, Episodes.DECOM, Episodes.DEC, Episodes_last.DECOM, Episodes_last.DEC
-- mend: Check the date of birth and the episodes of both years; take the answers away if none are due. If days in care
-- mend: before last year make up the 91, leave the answers and say so with the return.
SELECT row FROM OC3 WHERE coalesce(IN_TOUCH, ACTIV, ACCOM) IS NOT NULL
AND CHILD IN (
    WITH both_years AS (
        SELECT CHILD, DECOM, coalesce(DEC, ye() + 1) AS left_on, REC, RNE, short_break FROM Episodes
        UNION ALL
        SELECT CHILD, DECOM, coalesce(DEC, ys()), REC, RNE, short_break FROM Episodes_last
    ),
    -- An episode that goes on from last year is in both: once, to its later end.
    once AS (
        SELECT CHILD AS child, DECOM, max(left_on) AS until, max_by(coalesce(REC, ''), left_on) AS why,
            min(RNE) AS began_as, coalesce(bool_or(short_break), false) AS short
        FROM both_years GROUP BY CHILD, DECOM
    ),
    shown AS (
        SELECT child, dob, coalesce(max_by(why, until) IN ('E11', 'E12'), false) AS adopted,
            coalesce(bool_or(NOT short AND least(until, ye()) >= birthday(dob, 16)), false) AS at_sixteen,
            coalesce(sum(until - greatest(DECOM, birthday(dob, 14)))
                FILTER (NOT short AND until > birthday(dob, 14)), 0) AS days,
            coalesce(min_by(began_as, DECOM), 'S') = 'S' AS from_the_start
        FROM Children LEFT JOIN once USING (child) WHERE dob IS NOT NULL GROUP BY child, dob
    )
    SELECT child FROM shown
    WHERE adopted OR birthday(dob, 16) >= ys() - INTERVAL 1 YEAR AND (NOT at_sixteen OR from_the_start AND days < 91)
)

/* cases
fires: 90 days, only until the day before turning 16, short breaks, adopted, or no episode at 16
    Header   | CHILD | DOB
             | 1     | 02/05/2009
             | 2     | 02/05/2010
             | 3     | 02/05/2009
             | 4     | 02/05/2009
             | 5     | 01/04/2009
             | 6     | 02/05/2006
    Episodes | CHILD | DECOM      | DEC        | LS | REC
             | 1     | 01/06/2026 | 30/08/2026 | V2 | E5
             | 2     | 01/06/2024 | 01/05/2026 | V2 | E5
             | 3     | 01/06/2024 |            | V4 |
             | 4     | 01/06/2024 | 01/09/2026 | E1 | E12
             | 6     | 01/06/2015 | 01/09/2026 | E1 | E11
    OC3      | CHILD | IN_TOUCH
             | 1     | YES
             | 2     | YES
             | 3     | YES
             | 4     | YES
             | 5     | YES
             | 6     | YES
    flags    | 1 | 2 | 3 | 4 | 5 | 6
passes: older care leavers, whose care was over before last year or is shown in part
    Header        | CHILD | DOB
                  | 1     | 31/03/2009
                  | 2     | 02/05/2006
                  | 3     | 02/05/2008
    Episodes_last | CHILD | DECOM      | DEC        | LS | REC
                  | 3     | 01/03/2024 | 03/04/2025 | V2 | E5
    OC3           | CHILD | IN_TOUCH
                  | 1     | YES
                  | 2     | YES
                  | 3     | YES
passes: the first episode that is shown is not the first of that spell
    Header   | CHILD | DOB
             | 1     | 02/05/2009
    Episodes | CHILD | DECOM      | DEC        | RNE | LS | REC
             | 1     | 01/06/2026 | 30/06/2026 | P   | V2 | E5
    OC3      | CHILD | IN_TOUCH
             | 1     | YES
fires: one week of care, and it began with it
    Header   | CHILD | DOB
             | 1     | 02/05/2009
    Episodes | CHILD | DECOM      | DEC        | RNE | LS | REC
             | 1     | 01/06/2026 | 08/06/2026 | S   | V2 | E5
    OC3      | CHILD | IN_TOUCH
             | 1     | YES
    flags    | 1
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

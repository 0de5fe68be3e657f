-- Someone who was a mother in last year's return is a mother in this one.
-- severity: error
-- flags: Header
-- columns: MOTHER
-- needs: Header.MOTHER, Header_last.MOTHER, Episodes.LS
-- mend: Put MOTHER back to 1, or have last year's return corrected.
SELECT row FROM Header
WHERE EXISTS (SELECT 1 FROM Header_last AS before WHERE before.CHILD = Header.CHILD AND before.MOTHER = '1')
    -- It has to be blank for those with short breaks alone or no episode this year.
    AND (MOTHER <> '1' OR MOTHER IS NULL AND Header.CHILD IN (
        SELECT child FROM Children WHERE episodes > 0 AND NOT only_short_breaks))

/* cases
fires: no mother this year, or not said
    Header      | CHILD | MOTHER
                | 1     | 0
                | 2     |
    Header_last | CHILD | MOTHER
                | 1     | 1
                | 2     | 1
    Episodes    | CHILD | LS
                | 2     | C2
    flags       | 1 | 2
passes: a mother still, a mother now, no mother before, or one who need not say
    Header      | CHILD | MOTHER
                | 1     | 1
                | 2     | 1
                | 3     | 0
                | 4     |
                | 5     |
                | 6     | 0
    Header_last | CHILD | MOTHER
                | 1     | 1
                | 2     | 0
                | 3     |
                | 4     | 1
                | 5     | 1
    Episodes    | CHILD | LS
                | 4     | V4
*/

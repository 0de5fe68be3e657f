-- The day of a previous permanence order is DD/MM/YYYY, with zz (zzzz) for a part that is not known, and before
-- the child came into care.
-- severity: error
-- flags: PrevPerm
-- columns: DATE_PERM
-- needs: PrevPerm.DATE_PERM, Episodes.DECOM
-- mend: Write the day as DD/MM/YYYY, such as zz/zz/2019, and check that it is before care began.
SELECT row FROM PrevPerm
WHERE
    -- of a day or month not known, the first that it can be; 2000, a leap year, stands for any year
    not_a_date(replace(replace(lower(DATE_PERM), 'zzzz', '2000'), 'zz', '01'))
    -- the latest spell of care, since an order may have ended one before it
    OR (NOT contains(lower(DATE_PERM), 'zzzz')
        AND try_strptime(replace(lower(DATE_PERM), 'zz', '01'), ['%d/%m/%Y', '%Y-%m-%d'])
            >= (SELECT max(e.period_start) FROM Episodes AS e WHERE e.CHILD = PrevPerm.CHILD))

/* cases
fires: not a day
    PrevPerm | CHILD | DATE_PERM
             | 1     | 2019
             | 2     | 31/06/2019
             | 3     | zz/13/2019
             | 4     | 2019-06-01
             | 5     | 29/02/2019
    flags    | 1 | 2 | 3 | 4 | 5
fires: on the day care began, and after
    Episodes | CHILD | DECOM      | RNE
             | 1     | 10/06/2026 | S
             | 2     | 10/06/2026 | S
             | 3     | 10/06/2026 | S
    PrevPerm | CHILD | DATE_PERM
             | 1     | 10/06/2026
             | 2     | zz/07/2026
             | 3     | zz/zz/2027
    flags    | 1 | 2 | 3
passes: the day before, in that month or year, or before the latest of two spells
    Episodes | CHILD | DECOM      | RNE | DEC        | REC
             | 1     | 10/06/2026 | S   |            |
             | 2     | 10/06/2026 | S   | 01/08/2026 | E46
             | 2     | 01/11/2026 | S   | 01/12/2026 | X1
             | 2     | 01/12/2026 | P   |            |
    PrevPerm | CHILD | DATE_PERM
             | 1     | 09/06/2026
             | 1     | zz/06/2026
             | 1     | ZZ/ZZ/2026
             | 2     | 31/10/2026
passes: parts not known, blank, and without episodes
    Episodes | CHILD | DECOM      | RNE
             | 1     | 10/06/2026 | S
    PrevPerm | CHILD | DATE_PERM
             | 1     | zz/zz/zzzz
             | 1     | 29/02/zzzz
             | 1     | zz/12/zzzz
             | 1     |
             | 2     | 10/06/2026
*/

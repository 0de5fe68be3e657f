-- The authority of a previous permanence order is three digits, or WAL, SCO, NIR or NUK.
-- severity: error
-- flags: PrevPerm
-- columns: LA_PERM
-- needs: PrevPerm.LA_PERM
-- mend: Give the authority's three digits (999 if not known), or WAL, SCO, NIR or NUK.
SELECT row FROM PrevPerm WHERE NOT (valid_la_perm(LA_PERM) OR regexp_full_match(LA_PERM, '[0-9]{3}'))

/* cases
fires: neither
    PrevPerm | CHILD | LA_PERM
             | 1     | 33
             | 2     | 3300
             | 3     | ENG
             | 4     | E09000027
             | 5     | Z1
    flags    | 1 | 2 | 3 | 4 | 5
passes: digits, a nation, not known, and blank
    PrevPerm | CHILD | LA_PERM
             | 1     | 330
             | 2     | WAL
             | 3     | SCO
             | 4     | NIR
             | 5     | NUK
             | 6     | 999
             | 7     |
*/

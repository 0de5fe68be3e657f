-- In the whole authority, more than 7 different codes of disability are used, besides that of none.
-- severity: query
-- flags: Disabilities
-- columns: Disability
-- needs: Disabilities.Disability
-- across: Disabilities
-- mend: Ask whether every kind of disability is recorded, or whether some are put under another.
SELECT CAST(NULL AS VARCHAR) AS child
WHERE 7 >= (
    SELECT count(DISTINCT Disability) FROM Disabilities
    WHERE valid_disability(Disability) AND Disability <> 'NONE')

/* cases
fires: seven codes, beside none, a blank and one that is not a code
    Disabilities | LAchildID | Disability
                 | C1        | MOB
                 | C1        | HAND
                 | C1        | PC
                 | C2        | INC
                 | C2        | COMM
                 | C2        | LD
                 | C3        | HEAR
                 | C4        | HEAR
                 | C5        | NONE
                 | C6        |
                 | C7        | XYZ
    flags        | child -
passes: eight codes
    Disabilities | LAchildID | Disability
                 | C1        | MOB
                 | C1        | HAND
                 | C1        | PC
                 | C2        | INC
                 | C2        | COMM
                 | C2        | LD
                 | C3        | HEAR
                 | C4        | VIS
*/

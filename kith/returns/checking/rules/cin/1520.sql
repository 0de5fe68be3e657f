-- Each unique pupil number is that of one child alone.
-- severity: error
-- flags: ChildIdentifiers
-- columns: UPN
-- needs: ChildIdentifiers.UPN
-- across: ChildIdentifiers
-- mend: Find out whose number it is; where the children are one and the same, join their records.
SELECT row FROM ChildIdentifiers
WHERE UPN IN (SELECT UPN FROM ChildIdentifiers GROUP BY UPN HAVING min(LAchildID) <> max(LAchildID))

/* cases
fires: two children with one number
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A201123456789
                     | C2        | A201123456780
                     | C3        | A201123456789
    flags            | 1 | 3
passes: a number each, or none
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A201123456789
                     | C2        | A201123456780
                     | C3        |
                     | C4        |
passes: one child who is there twice, which is another rule's matter
    ChildIdentifiers | LAchildID | UPN
                     | C1        | A201123456789
                     | C1        | A201123456789
*/

-- The ethnicity of every child is given, by one of the codes of the census.
-- severity: error
-- flags: ChildCharacteristics
-- columns: Ethnicity
-- needs: ChildCharacteristics.Ethnicity
-- mend: Give the code of the child's ethnicity, NOBT where it is not yet known.
SELECT row, LAchildID AS child FROM ChildCharacteristics WHERE Ethnicity IS NULL OR NOT valid_ethnic(Ethnicity)
UNION ALL
SELECT NULL, LAchildID FROM Children
WHERE NOT EXISTS (SELECT 1 FROM ChildCharacteristics AS c WHERE c.LAchildID = Children.LAchildID)

/* cases
fires: none given, one that is not a code, and one in small
    ChildCharacteristics | LAchildID | Ethnicity
                         | C1        |
                         | C2        | WHIT
                         | C3        | wbri
    flags                | 1 | 2 | 3
fires: a child of whom no row is there
    ChildIdentifiers     | LAchildID
                         | C1
                         | C2
    ChildCharacteristics | LAchildID | Ethnicity
                         | C1        | WBRI
    flags                | child C2
passes: codes of the census, those for refused and not yet known among them
    ChildIdentifiers     | LAchildID
                         | C1
                         | C2
                         | C3
    ChildCharacteristics | LAchildID | Ethnicity
                         | C1        | WBRI
                         | C2        | REFU
                         | C3        | NOBT
*/

-- Why a child was no longer to be placed for adoption, where it is given, is one of RD1 to RD4.
-- severity: error
-- flags: PlacedAdoption
-- columns: REASON_PLACED_CEASED
-- needs: PlacedAdoption.REASON_PLACED_CEASED
-- mend: Choose the reason from RD1 to RD4.
SELECT row FROM PlacedAdoption WHERE NOT valid_reason_placed_ceased(REASON_PLACED_CEASED)

/* cases
fires: what is not a code of this year
    PlacedAdoption | CHILD | REASON_PLACED_CEASED
                   | 1     | RD5
                   | 2     | 1
    flags          | 1 | 2
passes: codes, and none given
    PlacedAdoption | CHILD | REASON_PLACED_CEASED
                   | 1     | RD1
                   | 2     | RD4
                   | 3     |
*/

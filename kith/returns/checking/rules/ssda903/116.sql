-- The day on which a child was no longer to be placed for adoption, where it is given, is a real day written
-- DD/MM/YYYY.
-- severity: error
-- flags: PlacedAdoption
-- columns: DATE_PLACED_CEASED
-- needs: PlacedAdoption.DATE_PLACED_CEASED
-- mend: Write the day on which the decision was withdrawn as DD/MM/YYYY.
SELECT row FROM PlacedAdoption WHERE not_a_date(DATE_PLACED_CEASED_text)

/* cases
fires: no such day, another layout, a day in the wrong place and words
    PlacedAdoption | CHILD | DATE_PLACED_CEASED
                   | 1     | 30/02/2027
                   | 2     | 2026-05-01
                   | 3     | 04/13/2026
                   | 4     | not known
    flags          | 1 | 2 | 3 | 4
passes: a real day, a leap day and none
    PlacedAdoption | CHILD | DATE_PLACED_CEASED
                   | 1     | 01/05/2026
                   | 2     | 29/02/2024
                   | 3     |
passes: in XML, where days are written the other way round
    format         | xml
    PlacedAdoption | CHILD | DATE_PLACED_CEASED
                   | 1     | 2026-05-01
fires: no leap day in that year, in XML too
    format         | xml
    PlacedAdoption | CHILD | DATE_PLACED_CEASED
                   | 1     | 2026-02-29
    flags          | 1
*/

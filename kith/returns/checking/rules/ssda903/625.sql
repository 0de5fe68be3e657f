-- A mother's child was born by the end of the year, and by the day she ceased to be looked after.
-- severity: error
-- flags: Header
-- columns: MC_DOB
-- needs: Header.MC_DOB, Episodes.DECOM, Episodes.DEC
-- mend: Check the date of birth of her child; leave it out if she was no longer looked after then.
SELECT row FROM Header
WHERE MC_DOB > ye()
    -- the end of the latest episode; there is none while she is looked after
    OR EXISTS (SELECT 1 FROM Children AS c WHERE c.child = Header.CHILD AND c.last_dec < Header.MC_DOB)

/* cases
fires: the day after the year ended, and the day after care did
    Header   | CHILD | MC_DOB
             | 1     | 01/04/2027
             | 2     | 11/06/2026
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 |            |
             | 2     | 01/04/2026 | 10/06/2026 | E4A
    flags    | 1 | 2
passes: on those days
    Header   | CHILD | MC_DOB
             | 1     | 31/03/2027
             | 2     | 10/06/2026
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 01/04/2026 |            |
             | 2     | 01/04/2026 | 10/06/2026 | E4A
passes: still looked after, in a later episode, and blanks
    Header   | CHILD | MC_DOB
             | 1     | 11/06/2026
             | 2     |
             | 3     | 11/06/2026
    Episodes | CHILD | DECOM      | DEC        | REC
             | 1     | 10/06/2026 |            |
             | 1     | 01/04/2026 | 10/06/2026 | X1
             | 2     | 01/04/2026 | 10/06/2026 | E4A
*/

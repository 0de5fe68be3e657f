-- "Newly looked after, pupil number not yet known" (UN4) is for children first looked after in the year's last
-- week, after 24 March.
-- severity: error
-- flags: Header
-- columns: UPN
-- needs: Header.UPN, Episodes.DECOM
-- mend: Give the pupil number, or the reason that applies.
SELECT row FROM Header
WHERE UPN = 'UN4' AND EXISTS (
    SELECT 1 FROM Episodes WHERE Episodes.CHILD = Header.CHILD AND Episodes.DECOM <= make_date(year(ye()), 3, 24))

/* cases
fires: looked after since 24 March, or since long before the latest episode
    Header   | CHILD | UPN
             | 1     | UN4
             | 2     | UN4
    Episodes | CHILD | DECOM
             | 1     | 24/03/2027
             | 2     | 01/06/2026
             | 2     | 26/03/2027
    flags    | 1 | 2
passes: since 25 March, another reason, or no day known
    Header   | CHILD | UPN
             | 1     | UN4
             | 2     | UN5
             | 3     | UN4
             | 4     |
    Episodes | CHILD | DECOM
             | 1     | 25/03/2027
             | 2     | 01/06/2026
             | 3     |
             | 4     | 01/06/2026
*/

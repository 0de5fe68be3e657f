-- No two rows have the same unique pupil number; the codes UN1 to UN5 are not numbers.
-- severity: error
-- flags: Header
-- columns: UPN
-- needs: Header.UPN
-- mend: Find out whose number it is.
SELECT row FROM Header
WHERE NOT valid_upn_unknown(UPN)
  AND upper(UPN) IN (SELECT upper(UPN) FROM Header GROUP BY upper(UPN) HAVING count(*) > 1)

/* cases
fires: two children with one number
    Header   | CHILD | UPN
             | 1     | A123456789012
             | 2     | B123456789012
             | 3     | a123456789012
    flags    | 1 | 3
passes: each its own, codes, and blanks
    Header   | CHILD | UPN
             | 1     | A123456789012
             | 2     | B123456789012
             | 3     | UN1
             | 4     | UN1
             | 5     |
             | 6     |
*/

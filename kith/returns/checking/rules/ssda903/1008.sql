-- The Ofsted number of a placement, unless it is XXXXXXX, is that of a provider on Ofsted's lists.
-- severity: error
-- flags: Episodes
-- columns: URN, PLACE, PL_POST
-- needs: Episodes.URN, providers.URN
-- mend: Look the provider up on Ofsted's lists and write its number, or XXXXXXX where it has none.
SELECT row FROM Episodes
WHERE URN <> 'XXXXXXX' AND URN NOT IN (SELECT URN FROM providers WHERE URN IS NOT NULL)

/* cases
fires: a number that is not on the lists
    providers | URN
              | 1234567
    Episodes  | CHILD | URN
              | 1     | 1234568
              | 2     | SC1
    flags     | 1 | 2
passes: on the lists, no number to give, blank
    providers | URN
              | 1234567
              |
    Episodes  | CHILD | URN
              | 1     | 1234567
              | 2     | XXXXXXX
              | 3     |
*/

-- A placement is IN where it lies in the council's own area, and OUT where it does not.
-- severity: error
-- flags: Episodes
-- columns: PL_LOCATION, PL_LA, PL_POST
-- needs: Episodes.PL_LOCATION, Episodes.PL_LA, authority
-- mend: Check the authority of the placement, its postcode, and whether it is in or out.
SELECT row FROM Episodes
WHERE PL_LOCATION IN ('IN', 'OUT') AND (PL_LOCATION = 'IN') <> is_own(PL_LA) AND pl_la_sure

/* cases
fires: in another area, and out of the own
    authority | E09000027
    Episodes  | CHILD | PL_LOCATION | PL_LA
              | 1     | IN          | E09000028
              | 2     | OUT         | E09000027
              | 3     | IN          | SCO
    flags     | 1 | 2 | 3
passes: as it is, and blanks
    authority | E09000027
    Episodes  | CHILD | PL_LOCATION | PL_LA
              | 1     | IN          | E09000027
              | 2     | OUT         | E09000028
              | 3     | OUT         | WAL
              | 4     |             | E09000027
              | 5     | IN          |
              | 6     | AWAY        | E09000027
*/

-- A placement more than 350 miles from home is looked at again (999.9 stands for a distance not known).
-- severity: query
-- flags: Episodes
-- columns: PL_DISTANCE, HOME_POST, PL_POST
-- needs: Episodes.PL_DISTANCE
-- mend: Check the postcodes of the home and of the placement.
SELECT row FROM Episodes WHERE PL_DISTANCE - pl_distance_slack > 350 AND PL_DISTANCE <> 999.9

/* cases
fires: further
    Episodes | CHILD | PL_DISTANCE
             | 1     | 350.1
             | 2     | 999.8
             | 3     | 1000
    flags    | 1 | 2 | 3
passes: 350 miles, nearer, not known, and blank
    Episodes | CHILD | PL_DISTANCE
             | 1     | 350
             | 2     | 12.5
             | 3     | 999.9
             | 4     |
*/

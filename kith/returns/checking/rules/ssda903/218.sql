-- A placement has its provider's Ofsted number, save with parents, in employment, care homes, hospitals or prison,
-- temporary and other kinds, outside England, short breaks, and where it ended by 31 March 2015.
-- severity: error
-- flags: Episodes
-- columns: URN, PLACE, PL_POST
-- needs: Episodes.URN, Episodes.PLACE, Episodes.LS
-- mend: Give the provider's Ofsted number.
SELECT row FROM Episodes
WHERE URN IS NULL
    AND PLACE NOT IN ('P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14')
    AND (DEC IS NULL OR DEC > DATE '2015-03-31')
    -- Outside England or confidential, as a word or as an ONS code: there the number has to be blank.
    AND NOT coalesce(regexp_full_match(PL_LA, 'CON|NIR|SCO|WAL|NUK|[NSW][0-9]{8}'), NOT pl_la_sure)
    AND NOT coalesce(short_break, false)

/* cases
fires: no number, in England or where that is not known, and ended since
    Episodes | CHILD | LS | PLACE | URN | DEC        | PL_LA
             | 1     | C2 | U1    |     |            | E09000027
             | 2     | C2 | K2    |     | 01/04/2015 |
    flags    | 1 | 2
passes: a number, or a reason for none
    Episodes | CHILD | LS | PLACE | URN     | DEC        | PL_LA
             | 1     | C2 | U1    | 1234567 |            | E09000027
             | 2     | C2 | U1    | XXXXXXX |            | E09000027
             | 3     | C2 | P1    |         |            | E09000027
             | 4     | C2 | T2    |         |            | E09000027
             | 5     | C2 | Z13   |         |            | E09000027
             | 6     | C2 | U1    |         |            | SCO
             | 7     | C2 | U1    |         |            | W06000015
             | 8     | C2 | U1    |         | 31/03/2015 | E09000027
             | 9     | V4 | U1    |         |            | E09000027
             | 10    | C2 |       |         |            | E09000027
*/

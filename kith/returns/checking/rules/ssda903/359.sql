-- Nobody is looked after beyond the 18th birthday, save in a single period of accommodation (LS V2) in a
-- children's home (K2).
-- severity: error
-- flags: Episodes
-- columns: DEC, LS, PLACE
-- needs: Episodes.DEC, Episodes.LS, Episodes.PLACE, Header.DOB
-- mend: Give the day on which care ended, or correct the legal status, the placement or the date of birth.
SELECT row FROM Episodes
WHERE till > birthday(dob, 18) AND (DEC IS NOT NULL OR DEC_text IS NULL) AND (LS <> 'V2' OR PLACE <> 'K2')

/* cases
fires: ends the day after the birthday, or is open at the end of the year
    Header   | CHILD | DOB
             | 1     | 02/05/2008
             | 2     | 30/03/2009
             | 3     | 02/05/2008
    Episodes | CHILD | DEC        | LS | PLACE
             | 1     | 03/05/2026 | C2 | K2
             | 2     |            | V2 | U4
             | 3     | 03/05/2026 | C2 |
    flags    | 1 | 2 | 3
passes: ends on the birthday, the birthday is the last day, V2 in K2, or blanks
    Header   | CHILD | DOB
             | 1     | 02/05/2008
             | 2     | 31/03/2009
             | 3     | 02/05/2008
    Episodes | CHILD | DEC        | LS | PLACE
             | 1     | 02/05/2026 | C2 | U4
             | 2     |            | C2 | U4
             | 3     |            | V2 | K2
             | 4     |            | C2 | U4
             | 3     | 31/02/2027 | C2 | U4
             | 3     | 03/05/2026 |    | K2
fires: born on 29 February, who turns 18 on 1 March in a common year
    year     | 2025-26
    Header   | CHILD | DOB
             | 1     | 29/02/2008
             | 2     | 29/02/2008
    Episodes | CHILD | DEC        | LS | PLACE
             | 1     | 01/03/2026 | C2 | U4
             | 2     | 02/03/2026 | C2 | U4
    flags    | 2
*/

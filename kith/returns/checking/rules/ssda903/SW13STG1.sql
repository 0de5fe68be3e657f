-- The reason for a change of social worker is one of the codes.
-- severity: error
-- flags: SWEpisodes
-- columns: SW_REASON
-- needs: SWEpisodes.SW_REASON
-- mend: Choose one of the codes, such as LEFTRL or FCONTA.
SELECT row FROM SWEpisodes WHERE NOT valid_sw_reason(SW_REASON)

/* cases
fires: no such code
    SWEpisodes | CHILD | SW_REASON
               | 1     | LEFT
               | 2     | fconta
               | 3     | OTHER
    flags      | 1 | 2 | 3
passes: a code, and blank
    SWEpisodes | CHILD | SW_REASON
               | 1     | MANAGE
               | 2     | FCONTA
               | 3     | LEFTRL
               | 4     | ORGRST
               | 5     | TSPROC
               | 6     | ABSENC
               | 7     | CHCHAN
               | 8     | PCCHAN
               | 9     | SWDIED
               | 10    | OTHERS
               | 11    |
*/

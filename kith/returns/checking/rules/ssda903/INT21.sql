-- A child in the file of unaccompanied asylum seekers (UASC) has the same sex there as in the header file.
-- severity: error
-- flags: UASC
-- columns: SEX
-- needs: UASC.SEX, Header.SEX
-- mend: Correct the sex where it is wrong, here or in the header file.
SELECT row FROM UASC
WHERE EXISTS (SELECT 1 FROM Children AS c WHERE c.child = UASC.CHILD AND c.sex <> UASC.SEX)

/* cases
fires: another
    Header | CHILD | SEX
           | 1     | F
           | 2     | M
    UASC   | CHILD | SEX
           | 1     | M
           | 2     | M
    flags  | 1
passes: blank in either, and not in the header file
    Header | CHILD | SEX
           | 1     | F
           | 2     |
    UASC   | CHILD | SEX
           | 1     |
           | 2     | F
           | 3     | F
*/

-- An unaccompanied asylum seeker is at least 11 on the last day of the year.
-- severity: query
-- flags: Header
-- columns: DOB
-- needs: UASC | UASC_last | Header.UASC
-- needs: Header.DOB
-- mend: Check the date of birth, and whether the child came to the country alone.
SELECT row FROM Header WHERE UASC = '1' AND birthday(DOB, 11) > ye()

/* cases
fires: eleven the day after
    Header | CHILD | DOB
           | 1     | 01/04/2016
    UASC   | CHILD
           | 1
    flags  | 1
passes: eleven on that day, no such child, or a day not known
    Header | CHILD | DOB
           | 1     | 31/03/2016
           | 2     | 01/04/2016
           | 3     |
           | 4     | 29/02/2016
    UASC   | CHILD
           | 1
           | 3
           | 4
fires: XML, where the header says it
    format | xml
    Header | CHILD | DOB        | UASC
           | 1     | 2020-01-01 | 1
           | 2     | 2020-01-01 | 0
    flags  | 1
*/

-- Whether a child is or was an unaccompanied asylum seeker is said in the header, by 0 or 1 (in XML; elsewhere the
-- rows of UASC say it).
-- severity: error
-- flags: Header
-- columns: UASC
-- mend: Say 1 for an unaccompanied asylum seeker, 0 for others.
SELECT row FROM Header WHERE UASC IS NULL OR NOT valid_yesno(UASC)

/* cases
fires: something else, or left out
    format   | xml
    Header   | CHILD | UASC
             | 1     | 2
             | 2     |
             | 3     | 1
    flags    | 1 | 2
passes: 0 and 1
    format   | xml
    Header   | CHILD | UASC
             | 1     | 0
             | 2     | 1
passes: told by the rows of UASC
    Header   | CHILD
             | 1
             | 2
    UASC     | CHILD
             | 2
*/

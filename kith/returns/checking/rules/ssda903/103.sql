-- Every child's ethnic group is given, by one of the codes of the return.
-- severity: error
-- flags: Header
-- columns: ETHNIC
-- needs: Header.ETHNIC
-- mend: Choose the child's ethnic group from the codes of the return; NOBT where it is not yet obtained.
SELECT row FROM Header WHERE ETHNIC IS NULL OR NOT valid_ethnic(ETHNIC)

/* cases
fires: what is not a code of this year, and none at all
    Header   | CHILD | ETHNIC
             | 1     | WHIT
             | 2     | MOTHER
             | 3     |
    flags    | 1 | 2 | 3
passes: codes
    Header   | CHILD | ETHNIC
             | 1     | WBRI
             | 2     | NOBT
*/

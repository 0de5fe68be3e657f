-- Whether a care leaver is in touch, where it is given, is one of the codes of the return.
-- severity: error
-- flags: OC3
-- columns: IN_TOUCH
-- needs: OC3.IN_TOUCH
-- mend: Choose how far the care leaver is in touch from the codes of the return.
SELECT row FROM OC3 WHERE NOT valid_in_touch(IN_TOUCH)

/* cases
fires: what is not a code of this year
    OC3      | CHILD | IN_TOUCH
             | 1     | Y
             | 2     | 0
    flags    | 1 | 2
passes: codes, and none given
    OC3      | CHILD | IN_TOUCH
             | 1     | YES
             | 2     | RHOM
             | 3     |
*/

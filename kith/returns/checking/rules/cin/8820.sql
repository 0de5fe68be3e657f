-- Of two episodes of a child that led to help, the one ends before the other begins, or on that day.
-- severity: error
-- flags: CINdetails
-- columns: CINreferralDate, CINclosureDate, ReferralNFA
-- needs: CINdetails.CINreferralDate, CINdetails.CINclosureDate, CINdetails.ReferralNFA
-- mend: Check the days of this episode and of the one before it, or put the two together.
SELECT row FROM CINdetails
WHERE ReferralNFA = '0'
  AND EXISTS (
      SELECT 1 FROM CINdetails AS other
      WHERE other.LAchildID = CINdetails.LAchildID AND other.row <> CINdetails.row AND other.ReferralNFA = '0'
        AND other.CINreferralDate <= CINdetails.CINreferralDate
        AND (other.CINclosureDate > CINdetails.CINreferralDate OR other.CINclosureDate_text IS NULL)
        -- One that is opened and closed on the day on which the other begins comes before it.
        AND (CINdetails.CINclosureDate > other.CINreferralDate OR CINdetails.CINclosureDate_text IS NULL))

/* cases
fires: begun the day before the other is closed, while it is open, and both on one day
    CINdetails | LAchildID | CINreferralDate | CINclosureDate | ReferralNFA
               | A1        | 01/05/2026      | 10/05/2026     | 0
               | A1        | 09/05/2026      | 12/05/2026     | 0
               | A2        | 01/05/2026      |                | 0
               | A2        | 09/05/2026      | 12/05/2026     | false
               | A3        | 01/05/2026      | 10/05/2026     | 0
               | A3        | 01/05/2026      |                | 0
    flags      | 2 | 4 | 5 | 6
passes: begun on the day of the closing, one after another, and opened and closed as another begins
    CINdetails | LAchildID | CINreferralDate | CINclosureDate | ReferralNFA
               | A1        | 01/05/2026      | 10/05/2026     | 0
               | A1        | 10/05/2026      |                | 0
               | A2        | 01/05/2026      | 10/05/2026     | 0
               | A2        | 11/05/2026      | 12/05/2026     | 0
               | A3        | 01/05/2026      | 01/05/2026     | 0
               | A3        | 01/05/2026      | 12/05/2026     | 0
passes: a referral that went no further, another child, a day that is blank or cannot be read
    CINdetails | LAchildID | CINreferralDate | CINclosureDate | ReferralNFA
               | A1        | 01/05/2026      | 10/05/2026     | 0
               | A1        | 05/05/2026      |                | 1
               | A2        | 05/05/2026      | 12/05/2026     | 0
               | A3        | 01/05/2026      | soon           | 0
               | A3        | 05/05/2026      | 12/05/2026     | 0
               | A4        |                 | 10/05/2026     | 0
               | A4        | 05/05/2026      | 12/05/2026     | 0
*/

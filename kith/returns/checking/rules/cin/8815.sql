-- A child has at most one open episode (no day of closing) among the referrals that led to help.
-- severity: error
-- flags: CINdetails
-- columns: CINreferralDate, CINclosureDate, ReferralNFA
-- needs: CINdetails.CINclosureDate, CINdetails.ReferralNFA
-- mend: Close the episode that has ended, or put the two together.
SELECT row FROM CINdetails
WHERE CINclosureDate_text IS NULL AND ReferralNFA = '0'
  AND LAchildID IN (
      SELECT c.LAchildID FROM CINdetails AS c
      WHERE c.CINclosureDate_text IS NULL AND c.ReferralNFA = '0'
      GROUP BY c.LAchildID HAVING count(*) > 1)

/* cases
fires: both open cases of a child
    CINdetails | LAchildID | CINclosureDate | ReferralNFA
               | A1        |                | 0
               | A1        | 01/05/2026     | 0
               | A1        |                | false
    flags      | 1 | 3
passes: one open beside one closed or one that went no further, or of another child
    CINdetails | LAchildID | CINclosureDate | ReferralNFA
               | A1        |                | 0
               | A1        | 01/05/2026     | 0
               | A2        |                | 0
               | A2        |                | 1
               | A3        |                | 0
               | A3        |                |
               | A4        |                | 0
               | A4        | soon           | 0
*/

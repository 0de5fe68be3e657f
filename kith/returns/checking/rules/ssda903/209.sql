-- A child without a pupil number because of being below school age (UN1) was under 4 on the 31 August before the
-- year.
-- severity: error
-- flags: Header
-- columns: UPN, DOB
-- needs: Header.UPN, Header.DOB
-- mend: Give the pupil number, or the reason that applies now.
SELECT row FROM Header WHERE UPN = 'UN1' AND birthday(DOB, 4) <= make_date(year(ys()) - 1, 8, 31)

/* cases
fires: four on that day
    Header | CHILD | UPN | DOB
           | 1     | UN1 | 31/08/2021
    flags  | 1
passes: four the day after, another reason, a number, or a day of birth not known
    Header | CHILD | UPN           | DOB
           | 1     | UN1           | 01/09/2021
           | 2     | UN2           | 31/08/2021
           | 3     | A123456789012 | 31/08/2021
           | 4     | UN1           |
           | 5     |               | 31/08/2021
           | 6     | UN1           | 29/02/2024
*/

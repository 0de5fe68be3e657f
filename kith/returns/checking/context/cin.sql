-- What rules on the CIN census may read: each table of the census (Header, ChildIdentifiers, ChildCharacteristics,
-- Disabilities, CINdetails, Assessments, AssessmentFactors, CINplanDates, Section47, ChildProtectionPlans, Reviews,
-- PreProceedings), with `row`, its columns by name, dates as days, numbers as numbers and their text in NAME_text.
-- Blank is null. CINdetailsRow, AssessmentsRow and ChildProtectionPlansRow are the row that a row stands in. In ReferralNFA,
-- ICPCnotRequired and the two FGDM answers, true and false are '1' and '0' in any case.
--
-- Children has the first row in ChildIdentifiers of each child (whom the return may hold twice), with its columns.
-- conferences has every initial conference, at either level: LAchildID, CINdetailsRow, day, level (the table it stands in).
-- bank_holidays(day) and working_days(day, nth) reach from five years before the collection year to the year after it.
-- is_working_day(on_day), and working_days_before(on_day, n): the working day that lies n working days before a day.

CREATE {{kept}} Children AS SELECT * FROM ChildIdentifiers WHERE LAchildID IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY LAchildID ORDER BY row) = 1;

CREATE {{kept}} conferences AS
SELECT LAchildID, row AS CINdetailsRow, DateOfInitialCPC AS day, 'CINdetails' AS level
FROM CINdetails WHERE DateOfInitialCPC IS NOT NULL
UNION ALL
SELECT LAchildID, CINdetailsRow, DateOfInitialCPC, 'Section47' FROM Section47 WHERE DateOfInitialCPC IS NOT NULL;

CREATE MACRO is_working_day(on_day) AS isodow(on_day) < 6 AND on_day NOT IN (SELECT day FROM bank_holidays);

CREATE TABLE working_days AS
SELECT day, row_number() OVER (ORDER BY day) AS nth
FROM (SELECT CAST(unnest(generate_series(min(day), max(day), INTERVAL 1 DAY)) AS DATE) AS day FROM bank_holidays)
WHERE is_working_day(day);

CREATE MACRO working_days_before(on_day, n) AS (
    SELECT max(w.day) FROM working_days AS w
    WHERE w.nth = (SELECT max(nth) FROM working_days WHERE working_days.day < on_day) - n + 1);

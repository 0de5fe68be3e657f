-- Words that every rule may use. {{starts}} and {{ends}} are the first and last day of the collection year.

-- First and last day of the collection year (1 April and 31 March).
CREATE MACRO ys() AS DATE '{{starts}}';
CREATE MACRO ye() AS DATE '{{ends}}';

-- The authority whose return it is, as an ONS code ("E09000027"); null where not said.
CREATE MACRO own_la() AS {{authority}};

-- Whether a code is that authority's: two councils have had two codes.
CREATE MACRO is_own(la) AS la IN ({{own_codes}});

-- The day on which somebody reaches an age in whole years; of one born on 29 February, 1 March in a common year.
CREATE MACRO birthday(born, years) AS CASE
    WHEN month(born) = 2 AND day(born) = 29 AND day(CAST(born + to_years(years) AS DATE)) = 28
    THEN CAST(born + to_years(years) + INTERVAL 1 DAY AS DATE)
    ELSE CAST(born + to_years(years) AS DATE) END;

-- Age in whole years on a day.
CREATE MACRO age_on(born, on_day) AS year(on_day) - year(born)
    - CASE WHEN birthday(born, CAST(year(on_day) - year(born) AS INTEGER)) > on_day THEN 1 ELSE 0 END;

-- Text that was given where a date stands and is not a real day written as the return asks (DD/MM/YYYY; in XML ISO too).
CREATE MACRO not_a_date(written) AS written IS NOT NULL
    AND coalesce(try_strptime(written, {{formats}}) < DATE '1000-01-01', true);

-- A postcode that has the shape of one, without its space: "AB12CD".
CREATE MACRO is_postcode(packed) AS regexp_full_match(packed, '[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}');

-- Episodes of one year, each beside the child's episode before and after it. {{suffix}} is "" or "_last".
CREATE TABLE Episodes{{suffix}} AS
WITH header AS (SELECT CHILD, min_by((DOB, SEX), row) AS h FROM Header{{suffix}} GROUP BY CHILD),
placed AS (
    SELECT e.*, header.h[1] AS dob, header.h[2] AS sex, coalesce(u.now OR u.last, false) AS uasc,
        LS IN ('V3', 'V4') AS short_break, coalesce(DEC, {{ends}}) AS till
    FROM {{with_places}} AS e LEFT JOIN header USING (CHILD) LEFT JOIN uasc_of AS u ON u.child = e.CHILD),
ordered AS (
    SELECT *, row_number() OVER own AS nth, count(*) OVER (PARTITION BY CHILD) AS count_of,
        {{neighbours}},
        greatest(1, count(*) FILTER (RNE = 'S') OVER (own ROWS UNBOUNDED PRECEDING)) AS period
    FROM placed
    WINDOW own AS (PARTITION BY CHILD ORDER BY coalesce(DECOM, DEC) NULLS LAST, DEC NULLS LAST, row))
SELECT *, first_value(DECOM) OVER spell AS period_start, first_value(row) OVER spell AS period_first,
    last_value(row) OVER spell AS period_last
FROM ordered
WINDOW spell AS (PARTITION BY CHILD, period ORDER BY nth ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);

SELECT n.id AS unit, NULL::uuid AS family, n.person_id AS person, n.since AS on_day,
       CASE WHEN n.until <= %(today)s THEN 'met' WHEN n.since + 91 >= %(today)s THEN 'short' ELSE 'long' END AS state
  FROM help_adultneed n

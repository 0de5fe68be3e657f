-- From the day somebody asked to the day they were approved. Half a year is 183 days.
SELECT q.id AS unit, NULL::uuid AS family, NULL::uuid AS person, q."on" AS on_day,
       CASE WHEN a.on_day - q."on" <= 183 THEN 'soon' WHEN a.on_day IS NOT NULL THEN 'later'
            WHEN EXISTS (SELECT FROM homes_enquirystep s WHERE s.enquiry_id = q.id AND s.stage = 'stopped'
                            AND s."on" <= %(today)s) THEN 'stopped'
            WHEN %(today)s::date - q."on" > 183 THEN 'long' ELSE 'waiting' END AS state
  FROM homes_enquiry q
  LEFT JOIN LATERAL (
       SELECT min(s."on") AS on_day FROM homes_enquirystep s
        WHERE s.enquiry_id = q.id AND s.stage = 'approved' AND s."on" <= %(today)s) a ON true

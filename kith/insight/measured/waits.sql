SELECT r.id AS unit, NULL::uuid AS family, r.person_id AS person, r.referred_on AS on_day,
       CASE WHEN h.on_day <= r.referred_on + 7 THEN 'week' WHEN h.on_day <= r.referred_on + 28 THEN 'month'
            WHEN h.on_day IS NOT NULL THEN 'later' WHEN r.closed_on <= %(today)s THEN 'closed' ELSE 'none' END AS state
  FROM help_referral r
  LEFT JOIN LATERAL (
       SELECT min(greatest(began, r.referred_on)) AS on_day
         FROM (SELECT happened_on AS began, until FROM help_helpfact
                WHERE person_id = r.person_id AND kind = 'family_help'
               UNION ALL SELECT started_on, ended_on FROM help_childinneedplan WHERE person_id = r.person_id
               UNION ALL SELECT started_on, ended_on FROM protection_childprotectionplan WHERE person_id = r.person_id) x
        WHERE (until IS NULL OR until >= r.referred_on) AND began <= least(coalesce(r.closed_on, %(today)s), %(today)s)) h ON true
 WHERE r.no_further_action IS NOT TRUE AND r.referred_on BETWEEN %(first)s AND %(last)s

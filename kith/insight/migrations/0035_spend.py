"""What homes and allowances cost in a time, by kind, beside how many needs of the children there are said to be met."""

from django.db import migrations

SQL = """
-- For those who answer for the whole council. Sums by kind; nobody, no home and no price.
CREATE FUNCTION insight_spend(first date, stop date)
RETURNS TABLE (kind text, pence bigint, children bigint, families bigint, needs bigint, met bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR coalesce(kith_actor_role() NOT IN ('director', 'auditor'), true) THEN RETURN; END IF;
    RETURN QUERY
    WITH paid AS (
        SELECT CASE l.kind WHEN 'fostering' THEN 'own' WHEN 'kinship_fostering' THEN 'kin' ELSE 'order' END AS kind,
               l.pence::bigint AS pence, l.child_id AS child
          FROM money_paymentline l JOIN money_paymentrun r ON r.id = l.run_id
         WHERE r.state IN ('approved', 'exported') AND l.held = '' AND l.what <> 'overpaid'
           AND lower(r.period) >= first AND lower(r.period) < stop
    ), bought AS (
        SELECT CASE h.kind WHEN 'foster' THEN 'agency' WHEN 'supported' THEN 'supported' ELSE 'residential' END AS kind,
               round(p.pounds_a_week * 100 * (upper(n.nights) - lower(n.nights)) / 7)::bigint AS pence, s.person_id AS child
          FROM care_stay s
          JOIN care_stayplace w ON w.stay_id = s.id
          JOIN homes_home h ON h.id = w.home
          JOIN homes_provider o ON o.id = h.provider_id AND (o.kind <> 'council' OR h.kind <> 'foster')
          JOIN homes_price p ON p.home_id = h.id
         CROSS JOIN LATERAL (SELECT s.during * daterange(first, stop) * daterange(p.starts_on, p.ends_on) AS nights) n
         WHERE s.during && daterange(first, stop) AND NOT isempty(n.nights)
    ), spent AS (SELECT * FROM paid UNION ALL SELECT * FROM bought
    ), said AS (
        SELECT s.kind, count(DISTINCT n.id) AS needs, count(DISTINCT m.need_id) AS met
          FROM (SELECT DISTINCT x.kind, x.child FROM spent x WHERE x.child IS NOT NULL) s
          JOIN homes_choice c ON c.child_id = s.child AND c.state = 'agreed' AND c."on" < stop
          JOIN homes_need n ON n.search_id = c.search_id
          LEFT JOIN homes_met m ON m.need_id = n.id AND m.choice_id = c.id
         GROUP BY s.kind
    )
    SELECT x.kind, sum(x.pence)::bigint, count(DISTINCT x.child),
           count(DISTINCT coalesce((SELECT m.family_id FROM people_familymember m WHERE m.person_id = x.child
               ORDER BY lower(m.during) DESC NULLS LAST, m.id LIMIT 1), x.child)), coalesce(max(d.needs), 0), coalesce(max(d.met), 0)
      FROM spent x LEFT JOIN said d ON d.kind = x.kind GROUP BY x.kind ORDER BY x.kind;
END $$;
REVOKE ALL ON FUNCTION insight_spend(date, date) FROM PUBLIC;
ALTER FUNCTION insight_spend(date, date) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION insight_spend(date, date) TO kith_app, kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("insight", "0020_published_figures"),
        ("money", "0004_homes_and_awards"),
        ("homes", "0002_policies"),
        ("care", "0029_nights_derived"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]

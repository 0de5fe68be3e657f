"""How many children who went home came into care again within a year: by their age at the return, and by their time in care."""

from django.db import migrations

SQL = """
-- For those who answer for the whole council. Of returns from `first` on and before `stop`, all of which are a year ago: counts alone.
CREATE FUNCTION insight_home(first date, stop date)
RETURNS TABLE (by text, key text, state text, returns bigint, families bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR coalesce(kith_actor_role() NOT IN ('director', 'auditor'), true) THEN RETURN; END IF;
    RETURN QUERY
    WITH home AS (
        SELECT e.id, e.person_id, e.ceased_on, p.born_on,
               (SELECT max(s.started_on) FROM care_episode s WHERE s.person_id = e.person_id AND s.reason_new_episode = 'S'
                   AND s.legal_status NOT IN ('V3', 'V4') AND s.started_on <= e.ceased_on) AS came_on,
               EXISTS (SELECT FROM care_episode b WHERE b.person_id = e.person_id AND b.legal_status NOT IN ('V3', 'V4')
                   AND b.id <> e.id AND b.started_on >= e.ceased_on AND b.started_on < (e.ceased_on + interval '1 year')::date) AS back
          FROM care_episode e JOIN people_person p ON p.id = e.person_id
         WHERE e.reason_ceased IN ('E4A', 'E4B') AND e.legal_status NOT IN ('V3', 'V4')
           AND e.ceased_on >= first AND e.ceased_on < least(stop, (kith_today() - interval '1 year')::date + 1)
           AND (p.born_on IS NULL OR (p.born_on + interval '18 years')::date > (e.ceased_on + interval '1 year')::date)
           AND NOT EXISTS (SELECT FROM access_restriction x WHERE x.person_id = e.person_id AND x.during @> kith_today())
    ), told AS (
        SELECT CASE WHEN h.born_on IS NULL THEN 'unknown' WHEN age(h.ceased_on, h.born_on) < interval '1 year' THEN '0'
                    WHEN age(h.ceased_on, h.born_on) < interval '5 years' THEN '1' WHEN age(h.ceased_on, h.born_on) < interval '10 years' THEN '5'
                    WHEN age(h.ceased_on, h.born_on) < interval '16 years' THEN '10' ELSE '16' END AS years,
               CASE WHEN h.came_on IS NULL THEN 'unknown' WHEN age(h.ceased_on, h.came_on) < interval '6 months' THEN '0'
                    WHEN age(h.ceased_on, h.came_on) < interval '1 year' THEN '6' WHEN age(h.ceased_on, h.came_on) < interval '2 years' THEN '12'
                    ELSE '24' END AS months,
               CASE WHEN h.back THEN 'back' ELSE 'stayed' END AS came,
               coalesce((SELECT m.family_id FROM people_familymember m WHERE m.person_id = h.person_id
                   ORDER BY lower(m.during) DESC NULLS LAST, m.id LIMIT 1), h.person_id) AS family
          FROM home h
    )
    SELECT CASE WHEN grouping(t.years) = 0 THEN 'age' WHEN grouping(t.months) = 0 THEN 'time' ELSE 'total' END,
           coalesce(t.years, t.months, ''), t.came, count(*), count(DISTINCT t.family)
      FROM told t GROUP BY GROUPING SETS ((t.years, t.came), (t.months, t.came), (t.came));
END $$;
REVOKE ALL ON FUNCTION insight_home(date, date) FROM PUBLIC;
ALTER FUNCTION insight_home(date, date) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION insight_home(date, date) TO kith_app, kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("insight", "0035_spend"), ("care", "0029_nights_derived")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]

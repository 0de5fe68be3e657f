"""What anybody may know: quarters that are over, with no group under ten."""

from django.db import migrations

PUBLISHED = """
CREATE FUNCTION advice_over() RETURNS TABLE (first date, state text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT date_trunc('quarter', c.asked_at AT TIME ZONE 'Europe/London')::date, c.state::text, c.unmet_reason::text
      FROM advice_contact c
     WHERE c.asked_at < date_trunc('quarter', kith_today()::timestamp) AT TIME ZONE 'Europe/London'
$$;
CREATE FUNCTION advice_published() RETURNS TABLE (first date, asked integer, answered integer, unmet integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.first, count(*)::integer, (count(*) FILTER (WHERE o.state = 'answered'))::integer,
           (count(*) FILTER (WHERE o.state IN ('unmet', 'abandoned')))::integer
      FROM advice_over() o GROUP BY o.first HAVING count(*) >= 10 ORDER BY o.first DESC
$$;
CREATE FUNCTION advice_published_reasons() RETURNS TABLE (first date, reason text, number integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT o.first, CASE o.state WHEN 'abandoned' THEN 'went' ELSE o.reason END, count(*)::integer
      FROM advice_over() o WHERE o.state IN ('unmet', 'abandoned')
     GROUP BY 1, 2 HAVING count(*) >= 10 ORDER BY 1 DESC, 3 DESC
$$;
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['advice_over()', 'advice_published()', 'advice_published_reasons()'] LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO advice_definer', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION advice_published(), advice_published_reasons() TO advice_app;
"""


class Migration(migrations.Migration):
    dependencies = [("advice", "0002_policies")]
    operations = [migrations.RunSQL(PUBLISHED, reverse_sql=migrations.RunSQL.noop)]

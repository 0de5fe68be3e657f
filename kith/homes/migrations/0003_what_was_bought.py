"""How many children each home agreed to take since a day: a number for those who buy, with no child in it."""

from django.db import migrations

BOUGHT = """
CREATE FUNCTION homes_bought(since date) RETURNS TABLE (home uuid, how_many bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
    SELECT c.home_id, count(*) FROM homes_choice c
     WHERE c.state = 'agreed' AND c."on" >= since AND kith_on_behalf_of() IS NULL
       AND coalesce(kith_actor_role() IN ('manager', 'director'), false)
     GROUP BY c.home_id
$$;
REVOKE ALL ON FUNCTION homes_bought(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION homes_bought(date) TO kith_app;
ALTER FUNCTION homes_bought(date) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("homes", "0002_policies")]
    operations = [migrations.RunSQL(BOUGHT, reverse_sql="DROP FUNCTION homes_bought(date)")]

"""How much of each pot is spent, over all families: a number, for whoever spends. Each sees only their own families' rows."""

from django.db import migrations

SQL = """
CREATE FUNCTION help_pots() RETURNS TABLE (pot uuid, name text, pays_for text, pence bigint, used bigint,
    from_on date, until_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT help_inside() THEN RETURN; END IF;
    RETURN QUERY SELECT p.id, p.name::text, p.pays_for::text, p.pence,
           coalesce((SELECT sum(h.pence) FROM help_practicalhelp h WHERE h.pot_id = p.id), 0)::bigint, p.from_on, p.until_on
      FROM help_pot p ORDER BY p.name, p.id;
END $$;
REVOKE ALL ON FUNCTION help_pots() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION help_pots() TO kith_app;
ALTER FUNCTION help_pots() OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("help", "0016_told_and_done_with")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]

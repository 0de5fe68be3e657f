"""Whoever was given a password chooses another: their own, and nobody else's."""

from django.db import migrations

OWN = """
CREATE FUNCTION advice_own_password(hash text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE advice_adviser SET password = hash, given = false
     WHERE id = kith_actor() AND is_active AND role <> 'door' AND hash LIKE 'argon2$%'
$$;
REVOKE ALL ON FUNCTION advice_own_password(text) FROM PUBLIC;
ALTER FUNCTION advice_own_password(text) OWNER TO advice_definer;
GRANT EXECUTE ON FUNCTION advice_own_password(text) TO advice_app;
"""


class Migration(migrations.Migration):
    dependencies = [("advice", "0033_given")]
    operations = [migrations.RunSQL(OWN, reverse_sql=migrations.RunSQL.noop)]

"""Confirmations of addresses and the tokens of single sign-on are the sign-in's own: they had no policy at all."""

from django.db import migrations

SIGN_IN = "".join(
    f"""
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY {table}_sign_in ON {table} TO kith_app
    USING ((SELECT kith_channel()) = 'sign-in') WITH CHECK ((SELECT kith_channel()) = 'sign-in');
CREATE POLICY {table}_service ON {table} TO kith_worker USING ((SELECT kith_actor()) IS NOT NULL);
CREATE POLICY {table}_migrating ON {table} TO kith_owner USING (current_setting('kith.migrating', true) = 'on')
    WITH CHECK (current_setting('kith.migrating', true) = 'on');
"""
    for table in ("account_emailconfirmation", "socialaccount_socialtoken")
)


class Migration(migrations.Migration):
    dependencies = [("access", "0053_looks_and_answers")]
    operations = [migrations.RunSQL(SIGN_IN, reverse_sql=migrations.RunSQL.noop)]

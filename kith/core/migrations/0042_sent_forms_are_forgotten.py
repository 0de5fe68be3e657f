"""The worker takes away what is only kept against a second sending, once no page that holds it can still be sent."""

from django.db import migrations

from kith.core.rls import SERVICE, SOMEBODY

OLD = f"{SERVICE} AND {SOMEBODY} AND at < now() - interval '30 days'"
FORGOTTEN = f"""
CREATE POLICY core_sentform_old ON core_sentform FOR SELECT TO kith_worker USING ({OLD});
CREATE POLICY core_sentform_forget ON core_sentform FOR DELETE TO kith_worker USING ({OLD});
GRANT SELECT, DELETE ON core_sentform TO kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0041_queue_in_ones_own_name")]
    operations = [migrations.RunSQL(FORGOTTEN, reverse_sql=migrations.RunSQL.noop)]

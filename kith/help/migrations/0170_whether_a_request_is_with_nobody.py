"""Whether a request is with nobody is asked by the function that takes it, and by no login."""

from django.db import migrations

SQL = "REVOKE EXECUTE ON FUNCTION help_with_nobody(uuid) FROM kith_app, kith_worker;"


class Migration(migrations.Migration):
    dependencies = [("help", "0031_what_a_change_of_lead_owes")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]

"""Who may touch the council's settings: read and add, never change or take away.

No row is about a person, so there is no policy; what may be set, and by whom, the actions check.
"""

from django.db import migrations

GRANTS = "GRANT SELECT, INSERT ON law_dutysetting TO kith_app, kith_worker"


class Migration(migrations.Migration):
    dependencies = [("law", "0010_duty_settings"), ("access", "0003_policies")]
    operations = [migrations.RunSQL(GRANTS, reverse_sql=migrations.RunSQL.noop)]

"""The cache holds JSON from now on (kith.core.cache); what was pickled before is forgotten."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("core", "0020_audit_that_marks_forgery")]
    operations = [migrations.RunSQL("DELETE FROM core_cache", reverse_sql=migrations.RunSQL.noop)]

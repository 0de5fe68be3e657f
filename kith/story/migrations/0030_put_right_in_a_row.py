"""Two corrections of one event become a row: the later one corrects the earlier. Nothing is lost or hidden."""

from django.db import migrations

IN_A_ROW = """
WITH ranked AS (
    SELECT id, lag(id) OVER (PARTITION BY replaces_id ORDER BY recorded_at, id) AS before
      FROM story_event WHERE replaces_id IS NOT NULL
)
UPDATE story_event e SET replaces_id = r.before FROM ranked r WHERE r.id = e.id AND r.before IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0020_releases_of_what_is_open")]
    operations = [migrations.RunSQL(IN_A_ROW, reverse_sql=migrations.RunSQL.noop)]

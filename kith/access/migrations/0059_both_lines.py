"""Two lines of changes made beside each other, and neither touches what the other does."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("access", "0038_days_and_ends_of_work"), ("access", "0040_own_involvements_first")]
    operations = []

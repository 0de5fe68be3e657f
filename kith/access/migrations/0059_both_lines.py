"""Two lines of changes made beside each other, and neither touches what the other does."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("access", "0038_days_are_englands"), ("access", "0040_own_involvements_first")]
    operations = []

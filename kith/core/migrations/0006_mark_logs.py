"""Mark and guard the logs there are by now; later ones are marked after each migration (kith.core.seal.marks)."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0005_history_readers"),
        ("access", "0003_policies"),
        ("story", "0002_policies"),
        ("care", "0002_policies"),
        ("help", "0002_policies"),
        ("protection", "0002_policies"),
        ("returns", "0002_policies"),
    ]
    operations = [migrations.RunSQL("SELECT core_mark_logs(); SELECT core_guard_history()")]

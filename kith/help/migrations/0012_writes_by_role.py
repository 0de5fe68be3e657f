"""Help for children in need: written by roles that edit what is recorded of people, whatever is open to others (docs/adr/0130)."""

from django.db import migrations

from kith.core.rls import written_by_role


class Migration(migrations.Migration):
    dependencies = [("help", "0002_policies"), ("access", "0052_writes_by_role")]
    operations = [
        written_by_role(
            "help_assessment",
            "help_assessmentfactor",
            "help_childinneedplan",
            "help_referral",
        )
    ]

"""The council's settings are read by its workers, and added to in their own name by whoever may set duties.

Without a policy any account could have changed by when a visit is due, and signed it with another's name.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect

STAFF = "(SELECT kith_actor_role()) NOT IN ('parent', 'young_person', 'carer')"
# Those who hold SET_DUTIES in kith.access.roles; a test holds this to them.
SETS = "(SELECT kith_actor_role()) = 'director' AND law_dutysetting.recorded_by = (SELECT kith_actor())"


class Migration(migrations.Migration):
    dependencies = [("law", "0012_duty_figures"), ("access", "0040_own_involvements_first")]
    operations = [
        Protect(
            Policy(
                "law_dutysetting",
                read=STAFF,
                as_other="true",
                write="false",
                insert=SETS,
                history=False,
                extra=("REVOKE UPDATE, DELETE ON law_dutysetting FROM kith_app, kith_worker",),
            )
        )
    ]

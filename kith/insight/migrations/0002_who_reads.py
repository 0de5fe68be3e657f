"""Who answers for the whole council reads its figures, a manager those of the own team, and nobody reads both."""

from django.db import migrations

from kith.core.rls import Policy, Protect

READ = (
    "(insight_helpfigure.team_id IS NULL AND (SELECT kith_actor_role()) IN ('director', 'auditor'))"
    " OR ((SELECT kith_actor_role()) = 'manager' AND insight_helpfigure.team_id = (SELECT kith_actor_team()))"
)


class Migration(migrations.Migration):
    dependencies = [("insight", "0001_help_figures"), ("access", "0036_roles_take_two")]

    operations = [
        # Written by the worker at night, and by nobody else; through another's eyes nobody sees them.
        Protect(Policy("insight_helpfigure", read=READ, as_other="false", write="false", history=False)),
    ]

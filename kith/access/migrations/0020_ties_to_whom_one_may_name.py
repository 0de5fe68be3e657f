"""A tie names only those whom the actor may name already: a tie opens the other's name, so it must tell nothing new.

Who may find people has been shown each name by Find before (`people_may_name`); everybody else names only people on
whom they hold a grant; and nobody names a restricted record that is not theirs. Ties are written by roles that change
what is recorded of a person, and a tie never moves to other people afterwards.
"""

from django.db import migrations

from kith.core.rls import granted

EDITS = "'lead', 'social_worker', 'protection', 'manager', 'front_door'"
ONE_OPEN = f"({granted('people_relationship.person_id')} OR {granted('people_relationship.other_id')})"
BY_ROLE = f"(SELECT kith_actor_role()) IN ({EDITS})"
NAMED = "people_may_name(person_id) AND people_may_name(other_id)"
POLICIES = f"""
DROP POLICY people_relationship_insert ON people_relationship;
DROP POLICY people_relationship_update ON people_relationship;
CREATE POLICY people_relationship_insert ON people_relationship FOR INSERT TO kith_app
    WITH CHECK ({BY_ROLE} AND {ONE_OPEN} AND {NAMED});
CREATE POLICY people_relationship_update ON people_relationship FOR UPDATE TO kith_app
    USING ({BY_ROLE} AND {ONE_OPEN}) WITH CHECK ({ONE_OPEN});
REVOKE UPDATE ON people_relationship FROM kith_app;
GRANT UPDATE (during, in_their_words, closeness, lives_together, parental_responsibility, responsibility_from)
    ON people_relationship TO kith_app;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0017_linking")]
    operations = [migrations.RunSQL(POLICIES)]

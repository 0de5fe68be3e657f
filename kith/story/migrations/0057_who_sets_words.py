"""The council's words are read by its workers, and added to in their own name by whoever may set them."""

from django.db import migrations

from kith.core.rls import Policy, Protect

STAFF = "(SELECT kith_actor_role()) NOT IN ('parent', 'young_person', 'carer')"
# Those who hold SET_WORDS in kith.access.roles; a test holds this to them.
SETS = (
    "(SELECT kith_actor_role()) IN ('manager', 'director')"
    " AND story_otherwords.recorded_by = (SELECT kith_actor())"
)


class Migration(migrations.Migration):
    dependencies = [("story", "0056_other_words"), ("access", "0040_own_involvements_first")]
    operations = [
        Protect(
            Policy(
                "story_otherwords",
                read=STAFF,
                as_other="true",
                write="false",
                insert=SETS,
                extra=("REVOKE UPDATE, DELETE ON story_otherwords FROM kith_app, kith_worker",),
            )
        )
    ]

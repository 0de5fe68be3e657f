"""An involvement of one's own is told by its account alone; what a family opens is asked of families' involvements only.

Before, the grants on every member of every family were gathered even to read the worker's own list. Beside it, an
index of the involvements that go on: of those of accounts that have ended there are many, and few were left behind.
"""

from django.db import migrations, models

from kith.core.rls import granted, released


def by_family(who: str) -> str:
    inner = granted("km.person_id", who=who)
    return (
        "(access_involvement.family_id IS NOT NULL AND EXISTS (SELECT 1 FROM people_familymember km"
        f" WHERE km.family_id = access_involvement.family_id AND {inner}))"
    )


TOLD = (
    "(access_involvement.arises_from_id IS NULL OR NOT kith_concern_open(access_involvement.arises_from_id))"
)


def read(who: str) -> str:
    return (
        f"access_involvement.account_id = (SELECT {who})"
        f" OR {granted('access_involvement.person_id', who=who)} OR {by_family(who)}"
        f" OR ({released('access_involvement.id', who=who)} AND {TOLD})"
    )


SQL = f"""
ALTER POLICY access_involvement_read ON access_involvement USING ({read("kith_actor()")});
ALTER POLICY access_involvement_as_other ON access_involvement
    USING ((SELECT kith_on_behalf_of()) IS NULL OR ({read("kith_on_behalf_of()")}));
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0038_days_and_ends_of_work")]

    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.AddIndex(
            "involvement",
            models.Index(
                fields=["account"],
                condition=models.Q(during__endswith__isnull=True),
                name="involvement_goes_on",
            ),
        ),
    ]

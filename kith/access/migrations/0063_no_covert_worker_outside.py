"""Who may not see a concern does not see the worker whom it brought: a charity, a school, a meeting's coordinator.

The order of the tests stays: one's own first, then the person, then the family, then what was released.
"""

from django.db import migrations

from kith.core.rls import granted, released

INSIDE = "coalesce((SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator'), false)"


def read(table: str, who: str) -> str:
    family = (
        f"({table}.family_id IS NOT NULL AND EXISTS (SELECT 1 FROM people_familymember km"
        f" WHERE km.family_id = {table}.family_id AND {granted('km.person_id', who=who)}))"
    )
    told = f"({table}.arises_from_id IS NULL OR NOT kith_concern_open({table}.arises_from_id))"
    return (
        f"{table}.account_id = (SELECT {who})"
        f" OR ((({granted(f'{table}.person_id', who=who)}) OR {family}) AND ({table}.arises_from_id IS NULL OR {INSIDE} OR {told}))"
        f" OR ({released(f'{table}.id', who=who)} AND {told})"
    )


SQL = "".join(
    f"""
ALTER POLICY {table}_read ON {table} USING ({read(table, "kith_actor()")});
ALTER POLICY {table}_as_other ON {table}
    USING ((SELECT kith_on_behalf_of()) IS NULL OR ({read(table, "kith_on_behalf_of()")}));
"""
    for table in ("access_involvement", "access_involvementevent")
)


class Migration(migrations.Migration):
    dependencies = [("access", "0062_no_reason_becomes_work")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]

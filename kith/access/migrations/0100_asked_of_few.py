"""Whether something is open is asked of what is read, and not of everybody with whom the reader works.

What a policy lets through is the same to the row. What it asks is less:
- a family is looked up by its own members. Written as an equality, the members of every family of everybody open to
  the reader were gathered first, to read the name of one;
- what was released by name is asked of those alone who come by a door of their own, for nobody else can be told a
  thing. Staff asked it of every involvement that is not open to them.
"""

from django.db import migrations

from kith.core.rls import FIND, granted, released

NAMES = 1 | 4096
INSIDE = "coalesce((SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator'), false)"
OTHER = "kith_on_behalf_of()"

OWN_DOOR = """
-- Does this account come by a door of its own? Then, and only then, `kith_released` can be true of it.
CREATE FUNCTION access_comes_by_own_door(who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM access_dooraccess d
        WHERE d.account_id = who AND d.capacity = 'self' AND d.during @> now())
$$;
REVOKE ALL ON FUNCTION access_comes_by_own_door(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_comes_by_own_door(uuid) TO kith_app, kith_worker;
ALTER FUNCTION access_comes_by_own_door(uuid) OWNER TO kith_definer;
"""


def of_family(who: str) -> str:
    inner = granted("km.person_id", level=FIND, label=NAMES, who=who)
    # ANY of one: PostgreSQL turns an equality round, and begins with all the people who are open.
    return (
        "EXISTS (SELECT 1 FROM people_familymember km"
        f" WHERE km.family_id = ANY (ARRAY[people_family.id]) AND {inner})"
    )


def involvement(table: str, who: str) -> str:
    """As it was (0063), but for the door."""
    family = (
        f"({table}.family_id IS NOT NULL AND EXISTS (SELECT 1 FROM people_familymember km"
        f" WHERE km.family_id = {table}.family_id AND {granted('km.person_id', who=who)}))"
    )
    told = f"({table}.arises_from_id IS NULL OR NOT kith_concern_open({table}.arises_from_id))"
    return (
        f"{table}.account_id = (SELECT {who})"
        f" OR ((({granted(f'{table}.person_id', who=who)}) OR {family}) AND ({table}.arises_from_id IS NULL OR {INSIDE} OR {told}))"
        f" OR ((SELECT access_comes_by_own_door({who})) AND {released(f'{table}.id', who=who)} AND {told})"
    )


SQL = f"""
ALTER POLICY people_family_read ON people_family USING ({of_family("kith_actor()")});
ALTER POLICY people_family_as_other ON people_family
    USING ((SELECT {OTHER}) IS NULL OR ({of_family(OTHER)}));
ALTER POLICY access_involvement_read ON access_involvement USING ({involvement("access_involvement", "kith_actor()")});
ALTER POLICY access_involvement_as_other ON access_involvement
    USING ((SELECT {OTHER}) IS NULL OR ({involvement("access_involvement", OTHER)}));
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0098_nothing_before_prepared")]
    operations = [
        migrations.RunSQL(OWN_DOOR, migrations.RunSQL.noop),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]

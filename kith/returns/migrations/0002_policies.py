"""Row level security on staging: whoever may open the person, and the returns officer for the rows alone.

A row that tells where a child lives is labelled as an address is; and of somebody whose home is kept safe
the returns officer sees no row at all.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import Policy, Protect, by_person, granted, opened

FUNCTIONS = """
-- Asked as the definer: the officer must not see the address itself.
CREATE FUNCTION returns_home_kept_safe(who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM people_address a WHERE a.person_id = who AND a.protected)
        OR EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = who AND x.during @> current_date)
$$;
GRANT SELECT ON people_address TO kith_definer;
REVOKE ALL ON FUNCTION returns_home_kept_safe(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION returns_home_kept_safe(uuid) TO kith_app, kith_worker;
ALTER FUNCTION returns_home_kept_safe(uuid) OWNER TO kith_definer;
"""
WHERE, PLAIN = Label.ADDRESS_PROTECTED.value, Label.NORMAL.value
STAGED = (
    "CASE WHEN returns_stagedrow.values ?| ARRAY['HOME_POST', 'PL_POST', 'URN']"
    f" THEN {WHERE} ELSE {PLAIN} END"
)
DIFFERS = f"CASE WHEN returns_difference.fact_table = 'care_episodeplace' THEN {WHERE} ELSE {PLAIN} END"


def officer(table: str) -> str:
    """SQL: the returns officer, for people whose home is not kept safe."""
    return f"((SELECT kith_actor_role()) = 'returns' AND NOT returns_home_kept_safe({table}.person_id))"


class Migration(migrations.Migration):
    dependencies = [("returns", "0001_initial"), ("access", "0003_policies")]
    operations = [
        migrations.RunSQL(FUNCTIONS),
        Protect(
            Policy(
                "returns_stagedrow",
                read=f"{granted('returns_stagedrow.person_id', label=STAGED)} OR {officer('returns_stagedrow')}",
                as_other=granted("returns_stagedrow.person_id", label=STAGED, who="kith_on_behalf_of()"),
            )
        ),
        Protect(by_person("returns_difference", label=DIFFERS, or_read=officer("returns_difference"))),
        Protect(by_person("returns_childinreturn", history=False)),
        opened("returns_loadedfile"),
    ]

"""The review of possible duplicates: whoever may link sees pairs of people whom they may find, never others."""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted

OTHER = "kith_on_behalf_of()"


def both(who: str) -> str:
    one = granted("people_possibleduplicate.one_id", who=who)
    return f"{one} AND {granted('people_possibleduplicate.other_id', who=who)}"


WAITING = """
CREATE FUNCTION people_waiting_pairs(most integer) RETURNS TABLE (id uuid, probability double precision, reasons jsonb,
    one uuid, one_name text, one_born date, other uuid, other_name text, other_born date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.id, d.probability, d.reasons, a.person, a.name, a.born_on, b.person, b.name, b.born_on
      FROM people_possibleduplicate d
      JOIN people_searchname a ON a.person = d.one_id JOIN people_searchname b ON b.person = d.other_id
     WHERE d.state = 'waiting' AND access_role_finds(kith_actor_role()) AND kith_on_behalf_of() IS NULL
       AND people_may_link(d.one_id, d.other_id)
     ORDER BY d.probability DESC, d.id LIMIT most
$$;
-- What the batch may match: everybody who is in the index and not restricted. For the worker's login alone.
CREATE FUNCTION people_to_match() RETURNS TABLE (person uuid, name text, words text[], sounds text[], born_on date, codes text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.person, c.name, c.words, c.sounds, c.born_on, c.codes FROM people_searchname c
     WHERE kith_actor() IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM access_restriction x WHERE x.person_id = ANY (c.ids) AND coalesce(upper(x.during) > current_date, true))
$$;
GRANT SELECT ON people_possibleduplicate TO kith_definer;
ALTER FUNCTION people_waiting_pairs(integer) OWNER TO kith_definer;
ALTER FUNCTION people_to_match() OWNER TO kith_definer;
REVOKE ALL ON FUNCTION people_waiting_pairs(integer), people_to_match() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_waiting_pairs(integer) TO kith_app;
GRANT EXECUTE ON FUNCTION people_to_match() TO kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0010_find"), ("people", "0005_possible_duplicates")]
    operations = [
        Protect(
            Policy(
                "people_possibleduplicate",
                read=both("kith_actor()"),
                as_other=both(OTHER),
                insert="false",
                history=False,
            )
        ),
        migrations.RunSQL(WAITING),
    ]

"""By the family's door nobody is found by a new name: while somebody is kept from where a person is, they read only
the names that were written down before that began.

A name's own time of writing is what counts: it is read by its id, so the answer tells nothing of names not shown, nor
of whether anything is kept from the reader.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import FIND, granted

FUNCTIONS = """
-- Since when the account is kept from where this person is; null where nothing that still holds keeps it from them, and
-- for their own account. The first protection counts, also when another has taken its place: each hides the same life.
CREATE FUNCTION people_kept_from(subject uuid, account uuid) RETURNS timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    theirs uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[subject]) s);
    reader uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY(
        SELECT d.person_id FROM access_dooraccess d WHERE d.account_id = account AND d.capacity = 'self')) s);
    told boolean;
    since timestamptz;
BEGIN
    IF theirs && reader THEN RETURN NULL; END IF;
    told := EXISTS (SELECT 1 FROM people_mayknow k WHERE k.person_id = ANY (theirs) AND k.other_id = ANY (reader)
                       AND k.may AND k.during @> kith_today());
    SELECT min(p.recorded_at) INTO since FROM (
        SELECT k.recorded_at, k.during FROM people_mayknow k
         WHERE k.person_id = ANY (theirs) AND k.other_id = ANY (reader) AND NOT k.may
        UNION ALL
        SELECT a.recorded_at, a.during FROM people_address a
         WHERE a.person_id = ANY (theirs) AND a.protected AND NOT told
        UNION ALL
        SELECT c.recorded_at, c.during FROM people_contactpoint c
         WHERE c.person_id = ANY (theirs) AND c.protected AND NOT told) p
    HAVING bool_or(p.during && daterange(kith_today(), NULL));
    RETURN since;
END $$;

CREATE FUNCTION people_name_at_door(name uuid, account uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found people_personname;
BEGIN
    SELECT n.* INTO found FROM people_personname n WHERE n.id = name;
    RETURN found.id IS NOT NULL AND coalesce(account IN (kith_actor(), kith_on_behalf_of()), false)
       AND coalesce(found.recorded_at <= people_kept_from(found.person_id, account), true);
END $$;

-- Who reads a new name by the family's door, and who is kept from it: for a worker about to write one down. A reader who
-- is nobody known gives no id.
CREATE FUNCTION people_names_at_doors(subject uuid) RETURNS TABLE (reader uuid, kept boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (SELECT o.person_id FROM access_dooraccess o WHERE o.account_id = d.account_id AND o.capacity = 'self'),
           people_kept_from(subject, d.account_id) IS NOT NULL
      FROM (SELECT DISTINCT a.account_id FROM access_dooraccess a
             WHERE a.person_id IN (SELECT s.same FROM kith_same_people(ARRAY[subject]) s)
               AND coalesce(upper(a.during) > now(), true)) d
     WHERE kith_on_behalf_of() IS NULL AND EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor()
        AND g.person = subject AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now())
$$;

DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['people_kept_from(uuid, uuid)', 'people_name_at_door(uuid, uuid)',
                             'people_names_at_doors(uuid)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
    GRANT EXECUTE ON FUNCTION people_name_at_door(uuid, uuid), people_names_at_doors(uuid) TO kith_app, kith_worker;
END $$;
"""


def names(table: str, who: str) -> str:
    person = f"{table}.person_id"
    return (
        f"{granted(person, level=FIND, who=who)}"
        f" OR ({granted(person, label=Label.DOOR.value, level=FIND, who=who)}"
        f" AND people_name_at_door({table}.id, (SELECT {who})))"
    )


POLICIES = ";\n".join(
    f"ALTER POLICY {table}_read ON {table} USING ({names(table, 'kith_actor()')});\n"
    f"ALTER POLICY {table}_as_other ON {table}"
    f" USING ((SELECT kith_on_behalf_of()) IS NULL OR ({names(table, 'kith_on_behalf_of()')}))"
    for table in ("people_personname", "people_personnameevent")
)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0027_new_names_at_the_door"),
        ("access", "0003_policies"),
        ("core", "0031_today"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
    ]

"""Who reads and writes of living in care. A young person reads and writes what is theirs behind their own door.

What a young person asks for, wants of a review, wants known and keeps is theirs from the beginning: nothing in it comes from
a concern, and no row of it exists before they or a worker beside them wrote it. Everything else of this room stays with
staff, and what a child is told of it comes by a function that gives the columns written to them, once they were told.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import EDITS, Policy, Protect, granted

READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
REVIEWS = "coalesce((SELECT kith_actor_role()) = 'reviewing', false)"
YOUNG = "coalesce((SELECT kith_actor_role()) = 'young_person', false)"
HEALTH = Label.HEALTH.value
SQL = """
-- Whose own account this is: the young person of the door, and nobody else.
CREATE FUNCTION care_self(who uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.person_id FROM access_dooraccess d JOIN access_account a ON a.id = d.account_id
     WHERE d.account_id = who AND who IN (kith_actor(), kith_on_behalf_of()) AND a.role = 'young_person'
       AND d.capacity = 'self' AND d.during @> now() LIMIT 1
$$;

-- That a young person did something on their own page, on their own story, for staff; in words that stand here alone.
CREATE FUNCTION care_tell_self(code text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := kith_actor(); whose uuid := care_self(kith_actor()); made uuid := gen_random_uuid(); moment timestamptz := now();
    my_name text := (SELECT a.display_name FROM access_account a WHERE a.id = kith_actor());
    says text := CASE code WHEN 'ask' THEN 'Asked for something' WHEN 'say_unfair' THEN 'Said that an answer is unfair'
        WHEN 'wish' THEN 'Said what they want of their review' WHEN 'about_me' THEN 'Wrote what they want people to know'
        WHEN 'keep_memory' THEN 'Kept a memory' END;
BEGIN
    IF says IS NULL OR whose IS NULL OR kith_on_behalf_of() IS NOT NULL THEN
        RAISE EXCEPTION 'only a young person tells of themselves here' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO story_event (id, recorded_at, recorded_by, source, kind, action, happened_at, all_day, title, facts, label,
                             written_by_name)
    VALUES (made, moment, me, 'family', 'record', 'care.' || code, moment, false, says, '{}'::jsonb, 1, my_name);
    INSERT INTO story_about (id, recorded_at, recorded_by, source, event_id, person_id, happened_at, part)
    VALUES (gen_random_uuid(), moment, me, 'family', made, whose, moment, '');
    RETURN made;
END $$;
REVOKE ALL ON FUNCTION care_self(uuid), care_tell_self(text) FROM PUBLIC;
ALTER FUNCTION care_tell_self(text) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION care_tell_self(text) TO kith_app;
ALTER FUNCTION care_self(uuid) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION care_self(uuid) TO kith_app, kith_worker;
"""


# Of an answer to them a young person changes only what they themselves say to it. And who chairs counts what was held.
GUARD = f"""
CREATE FUNCTION care_ask_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_actor_role() = 'young_person' AND (to_jsonb(NEW) - 'unfair_words' - 'unfair_on' - 'seen_on')
       IS DISTINCT FROM (to_jsonb(OLD) - 'unfair_words' - 'unfair_on' - 'seen_on') THEN
        RAISE EXCEPTION 'An answer is changed by those who gave it' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER care_ask_guard BEFORE UPDATE ON care_ask FOR EACH ROW EXECUTE FUNCTION care_ask_guard();
DROP POLICY care_review_insert_role ON care_review;
DROP POLICY care_review_update_role ON care_review;
CREATE POLICY care_review_insert_role ON care_review AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK ({EDITS} OR {REVIEWS});
CREATE POLICY care_review_update_role ON care_review AS RESTRICTIVE FOR UPDATE TO kith_app
    USING ({EDITS} OR {REVIEWS}) WITH CHECK ({EDITS} OR {REVIEWS});
"""


def inside(table: str, *, label: int = Label.NORMAL.value, also: str = "", role: str = EDITS) -> Protect:
    read = f"({INSIDE}{also}) AND {granted(f'{table}.person_id', label=label)}"
    return Protect(Policy(table, read=read, as_other="false", by_role=role))


def theirs(table: str, *, only: str = "true", changes: str = "false") -> Protect:
    """`only`: which rows the child sees; `changes`: which of their own rows they may change."""
    worker = f"{INSIDE} AND {granted(f'{table}.person_id')}"
    mine = f"{table}.person_id = (SELECT care_self((SELECT kith_actor())))"
    other = f"{table}.person_id = (SELECT care_self((SELECT kith_on_behalf_of()))) AND ({only})"
    wrote = f"{table}.source = 'family' AND {table}.recorded_by = (SELECT kith_actor())"
    return Protect(
        Policy(
            table,
            read=f"({worker}) OR ({YOUNG} AND {mine} AND ({only}))",
            as_other=other,
            write=f"({worker}) OR ({YOUNG} AND {mine} AND ({changes}))",
            insert=f"({worker}) OR ({YOUNG} AND {mine} AND {wrote})",
            by_role=f"({EDITS} OR {REVIEWS} OR {YOUNG})",
        )
    )


class Migration(migrations.Migration):
    dependencies = [("care", "0030_living_in_care"), ("access", "0078_families_read_no_release")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        theirs("care_ask", changes="care_ask.answer <> ''"),
        theirs("care_reviewwish"),
        theirs("care_aboutme", changes="true"),
        theirs("care_memory", only="care_memory.for_child"),
        *(
            inside(table)
            for table in (
                "care_placementplan",
                "care_notdelegated",
                "care_careplanpart",
                "care_returntalk",
                "care_carefact",
            )
        ),
        inside(
            "care_healthcheck",
            label=HEALTH,
            also=" OR coalesce((SELECT kith_actor_role()) = 'health', false)",
        ),
        *(
            inside(table, role=f"({EDITS} OR {REVIEWS})")
            for table in ("care_reviewplanned", "care_irochallenge")
        ),
        migrations.RunSQL("REVOKE INSERT, UPDATE ON care_carefact FROM kith_app", migrations.RunSQL.noop),
        migrations.RunSQL(GUARD, migrations.RunSQL.noop),
    ]

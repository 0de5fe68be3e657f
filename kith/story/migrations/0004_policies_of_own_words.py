"""Own words: their writer reads them again, whom they were sent to reads them, drafts are shared by name."""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import SOMEBODY, Policy, Protect, granted, released

OTHER = "kith_on_behalf_of()"
ANYBODY = f"{Label.NORMAL.value | Label.DOOR.value}"
OUTSIDE = "'partner', 'school', 'coordinator'"
PLAIN = Label.NORMAL.value | Label.FAMILY_ONLY.value
TOLD = "(story_event.covert_id IS NULL OR NOT kith_concern_open(story_event.covert_id))"

# Policies cannot be changed in their parts, so the ones of 0002 make way for these.
AWAY = r"""
DO $$
DECLARE p record;
BEGIN
    FOR p IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public'
              AND tablename = ANY (ARRAY['story_event', 'story_eventevent', 'story_passage', 'story_passageevent',
                                         'story_document', 'story_documentevent', 'story_draft'])
              -- Those that guard history stand on their own (core.0005).
              AND policyname NOT LIKE '%\_staff' AND policyname NOT LIKE '%\_strictest'
    LOOP
        EXECUTE format('DROP POLICY %I ON %I', p.policyname, p.tablename);
    END LOOP;
END $$;
"""

# Asked as the definer: the policies of events look at whom words were sent to, so those cannot look back.
OWN_WORDS = """
CREATE FUNCTION story_own_words(event uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM story_event e WHERE e.id = event AND e.source = 'family' AND e.recorded_by = kith_actor())
$$;
REVOKE ALL ON FUNCTION story_own_words(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION story_own_words(uuid) TO kith_app, kith_worker;
ALTER FUNCTION story_own_words(uuid) OWNER TO kith_definer;
"""


# What a policy asks of other tables it asks by these, as the definer: policies within policies take far
# longer to plan than to run (measured: 232 ms for one passage), and every page would pay for it.
ASKED = f"""
CREATE FUNCTION story_about_open(event uuid, mask integer, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM story_about a JOIN access_grant g ON g.actor = who AND g.person = a.person_id
        AND g.level >= 2 AND (g.label_mask & mask) <> 0 AND g.during @> now() WHERE a.event_id = event)
    THEN
        RETURN false;
    END IF;
    -- A charity, a school and a meeting's coordinator see what their own organisation wrote, not others' notes.
    RETURN NOT EXISTS (SELECT 1 FROM access_account me WHERE me.id = who AND me.role IN ({OUTSIDE}))
        OR EXISTS (SELECT 1 FROM story_event e JOIN access_account w ON w.id = e.recorded_by
                     JOIN access_account me ON me.id = who
                    WHERE e.id = event AND (w.id = me.id OR w.organisation_id = me.organisation_id));
END $$;

CREATE FUNCTION story_sent_to(event uuid, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM story_addressed s WHERE s.event_id = event AND s.account_id = who)
        AND story_about_open(event, {ANYBODY}, who);
END $$;

CREATE FUNCTION story_written_by(event uuid, who uuid, at_the_door boolean) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM story_event e WHERE e.id = event AND e.recorded_by = who
        AND (NOT at_the_door OR e.source = 'family'));
END $$;

CREATE FUNCTION story_event_seen(event uuid, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE e record;
BEGIN
    SELECT id, label, covert_id, source, recorded_by INTO e FROM story_event WHERE id = event;
    RETURN e.id IS NOT NULL AND (
        story_about_open(e.id, e.label, who)
        OR (kith_released(e.id, who) AND (e.covert_id IS NULL OR NOT kith_concern_open(e.covert_id)))
        OR (e.source = 'family' AND e.recorded_by = who)
        OR story_sent_to(e.id, who)
        OR (e.recorded_by = who AND story_about_open(e.id, {ANYBODY}, who)));
END $$;

DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['story_about_open(uuid, integer, uuid)', 'story_sent_to(uuid, uuid)',
                             'story_written_by(uuid, uuid, boolean)', 'story_event_seen(uuid, uuid)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
"""


def about(event: str, label: str, who: str) -> str:
    """SQL: the event concerns somebody on whom the actor holds a grant of this label."""
    return f"story_about_open({event}, {label}, (SELECT {who}))"


def sent_to(event: str, who: str) -> str:
    """SQL: the event was sent to the actor by name, who works with somebody it concerns."""
    return f"story_sent_to({event}, (SELECT {who}))"


def event_read(who: str) -> str:
    own = f"(story_event.source = 'family' AND story_event.recorded_by = (SELECT {who}))"
    wrote = f"story_event.recorded_by = (SELECT {who})"
    return (
        f"{about('story_event.id', 'story_event.label', who)}"
        f" OR {own} OR ({released('story_event.id', who=who)} AND {TOLD})"
        f" OR {sent_to('story_event.id', who)} OR ({wrote} AND {about('story_event.id', ANYBODY, who)})"
    )


def own_event(event: str, who: str = "kith_actor()") -> str:
    """SQL: the event is the actor's own words, written behind the family door."""
    return f"story_written_by({event}, (SELECT {who}), true)"


def part_read(table: str, who: str) -> str:
    """A passage or document: the event must be visible, and the part's own label or release open."""
    visible = f"story_event_seen({table}.event_id, (SELECT {who}))"
    staff = about(f"{table}.event_id", f"{table}.label", who)
    family = released(f"{table}.id", who=who)
    if table == "story_passage":
        staff = f"({staff} AND (story_passage.person_id IS NULL OR {granted('story_passage.person_id', who=who)}))"
        whole = (
            f"(story_passage.person_id IS NULL AND (story_passage.label & {PLAIN}) <> 0"
            f" AND {released('story_passage.event_id', who=who)})"
        )
        family = f"({family} OR {whole})"
    own = own_event(f"{table}.event_id", who)
    # A worker reads what they wrote themselves, whatever its label, while the record is open to them.
    wrote = (
        f"(story_written_by({table}.event_id, (SELECT {who}), false)"
        f" AND {about(f'{table}.event_id', ANYBODY, who)})"
    )
    return f"{visible} AND ({staff} OR {family} OR {own} OR {sent_to(f'{table}.event_id', who)} OR {wrote})"


def part(table: str) -> Policy:
    return Policy(
        table,
        read=part_read(table, "kith_actor()"),
        as_other=part_read(table, OTHER),
        write=about(f"{table}.event_id", ANYBODY, "kith_actor()"),
        insert=f"{about(f'{table}.event_id', ANYBODY, 'kith_actor()')} OR {own_event(f'{table}.event_id')}",
    )


DRAFT = (
    "(story_draft.account_id = (SELECT kith_actor()) OR (SELECT kith_actor()) = ANY (story_draft.shared_with))"
    f" AND {granted('story_draft.person_id', label=ANYBODY)}"
)
POLICIES = [
    # Only the writer of own words says whom they go to; it never changes.
    Policy(
        "story_addressed",
        read="story_addressed.account_id = (SELECT kith_actor()) OR story_addressed.recorded_by = (SELECT kith_actor())",
        as_other=f"story_addressed.account_id = (SELECT {OTHER}) OR story_addressed.recorded_by = (SELECT {OTHER})",
        write="false",
        insert="story_addressed.recorded_by = (SELECT kith_actor()) AND story_own_words(story_addressed.event_id)",
    ),
    Policy(
        "story_event",
        read=event_read("kith_actor()"),
        as_other=event_read(OTHER),
        write=about("story_event.id", "story_event.label", "kith_actor()"),
        insert=SOMEBODY,
    ),
    part("story_passage"),
    part("story_document"),
    Policy(
        "story_draft",
        read=DRAFT,
        as_other="false",
        insert=f"story_draft.account_id = (SELECT kith_actor()) AND {granted('story_draft.person_id', label=ANYBODY)}",
        deletable=True,
        history=False,
    ),
]


class Migration(migrations.Migration):
    dependencies = [("story", "0003_sealed_words_and_shared_drafts"), ("access", "0003_policies")]
    operations = [
        migrations.RunSQL(AWAY),
        migrations.RunSQL(OWN_WORDS),
        migrations.RunSQL(ASKED),
        *[Protect(policy) for policy in POLICIES],
    ]

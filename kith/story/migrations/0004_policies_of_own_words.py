"""Own words: their writer reads them again, whom they were sent to reads them, drafts are shared by name."""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import SOMEBODY, Policy, Protect, granted, released

OTHER = "kith_on_behalf_of()"
ANYBODY = f"{Label.NORMAL.value | Label.DOOR.value}"
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


def about(event: str, label: str, who: str) -> str:
    """SQL: the event concerns somebody on whom the actor holds a grant of this label."""
    inner = granted("ka.person_id", label=label, who=who)
    return f"EXISTS (SELECT 1 FROM story_about ka WHERE ka.event_id = {event} AND {inner})"


def sent_to(event: str, who: str) -> str:
    """SQL: the event was sent to the actor by name, who works with somebody it concerns."""
    named = f"EXISTS (SELECT 1 FROM story_addressed ks WHERE ks.event_id = {event} AND ks.account_id = (SELECT {who}))"
    return f"({named} AND {about(event, ANYBODY, who)})"


def event_read(who: str) -> str:
    own = f"(story_event.source = 'family' AND story_event.recorded_by = (SELECT {who}))"
    wrote = f"story_event.recorded_by = (SELECT {who})"
    return (
        f"{about('story_event.id', 'story_event.label', who)}"
        f" OR ({released('story_event.id', who=who)} AND {TOLD})"
        f" OR {own} OR {sent_to('story_event.id', who)} OR ({wrote} AND {about('story_event.id', ANYBODY, who)})"
    )


def own_event(event: str, who: str = "kith_actor()") -> str:
    """SQL: the event is the actor's own words, written behind the family door."""
    return (
        f"EXISTS (SELECT 1 FROM story_event ko WHERE ko.id = {event} AND ko.source = 'family'"
        f" AND ko.recorded_by = (SELECT {who}))"
    )


def part_read(table: str, who: str) -> str:
    """A passage or document: the event must be visible, and the part's own label or release open."""
    visible = f"EXISTS (SELECT 1 FROM story_event ke WHERE ke.id = {table}.event_id)"
    staff = about(f"{table}.event_id", f"{table}.label", who)
    family = released(f"{table}.id", who=who)
    if table == "story_passage":
        staff = f"({staff} AND (story_passage.person_id IS NULL OR {granted('story_passage.person_id', who=who)}))"
        whole = (
            f"({released('story_passage.event_id', who=who)} AND story_passage.person_id IS NULL"
            f" AND (story_passage.label & {PLAIN}) <> 0)"
        )
        family = f"({family} OR {whole})"
    own = own_event(f"{table}.event_id", who)
    # A worker reads what they wrote themselves, whatever its label, while the record is open to them.
    wrote = (
        f"(EXISTS (SELECT 1 FROM story_event kw WHERE kw.id = {table}.event_id AND kw.recorded_by = (SELECT {who}))"
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
        *[Protect(policy) for policy in POLICIES],
    ]

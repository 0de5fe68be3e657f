"""Row level security on the story: staff by grant and label; family only by release, and never while not yet told."""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import SOMEBODY, Policy, Protect, by_person, granted, released

OTHER = "kith_on_behalf_of()"
ANYBODY = f"{Label.NORMAL.value | Label.DOOR.value}"
PLAIN = Label.NORMAL.value | Label.FAMILY_ONLY.value
TOLD = "(story_event.covert_id IS NULL OR NOT kith_concern_open(story_event.covert_id))"


def about(event: str, label: str, who: str) -> str:
    """SQL: the event concerns somebody on whom the actor holds a grant of this label."""
    return f"EXISTS (SELECT 1 FROM story_about ka WHERE ka.event_id = {event} AND {granted('ka.person_id', label=label, who=who)})"


def event_read(who: str) -> str:
    return (
        f"{about('story_event.id', 'story_event.label', who)}"
        f" OR ({released('story_event.id', who=who)} AND {TOLD})"
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
    return f"{visible} AND ({staff} OR {family})"


def part(table: str) -> Policy:
    return Policy(
        table,
        read=part_read(table, "kith_actor()"),
        as_other=part_read(table, OTHER),
        write=about(f"{table}.event_id", ANYBODY, "kith_actor()"),
    )


DRAFT = (
    f"story_draft.account_id = (SELECT kith_actor()) AND {granted('story_draft.person_id', label=ANYBODY)}"
)
POLICIES = [
    by_person("story_about", insert=granted("story_about.person_id", label=ANYBODY)),
    Policy(
        "story_event",
        read=event_read("kith_actor()"),
        as_other=event_read(OTHER),
        write=about("story_event.id", "story_event.label", "kith_actor()"),
        insert=SOMEBODY,
    ),
    part("story_passage"),
    part("story_document"),
    Policy("story_draft", read=DRAFT, as_other="false", deletable=True, history=False),
]


class Migration(migrations.Migration):
    dependencies = [("story", "0001_initial"), ("access", "0003_policies")]
    operations = [Protect(policy) for policy in POLICIES]

"""Making each person ready, asking alone whether they could say what they wanted, and the one way out to workers."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.decisions.actions.common import meeting_of, not_to_come, tell_from_meeting, unsaid
from kith.decisions.actions.network import in_network
from kith.decisions.models import Prepared, PrivateCheck
from kith.decisions.models.network import Advocate, CheckWhen, CouldSay, NetworkPart, SafeHow
from kith.design.text import safe_text
from kith.story.writing import clean_text


@action("decisions.prepare")
def prepare(
    *,
    by: Actor,
    person: UUID,
    notes: str = "",
    safe_how: str = "together",
    travel: str = "",
    language: str = "",
    needs: str = "",
    advocate: str = "not_offered",
    on: date | None = None,
) -> None:
    """How one person is made ready; `on` says that they are. The coordinator alone reads it. Raises NotPermittedError."""
    found = in_network(by, person)
    unsaid()
    if on is not None:
        not_to_come(on)
    facts = {
        "prepared_on": on,
        "notes": clean_text(notes).strip(),
        "safe_how": SafeHow(safe_how),
        "travel": safe_text(travel)[:200],
        "language": safe_text(language)[:80],
        "needs": safe_text(needs)[:300],
        "advocate": Advocate(advocate),
    }
    if not Prepared.objects.filter(network=found).update(**facts):
        Prepared(network=found, recorded_by=by.id, **facts).save(force_insert=True)


@action("decisions.check_privately")
def check_privately(
    *, by: Actor, person: UUID, when: str, on: date, could_say: str, withdrawn: bool = False, words: str = ""
) -> PrivateCheck:
    """Asked alone, before or after: could you say what you wanted? With `withdrawn` they take their agreement back.

    For each child and each adult who was hurt. Nobody else ever sees it. Raises NotPermittedError.
    """
    found = in_network(by, person)
    unsaid()
    not_to_come(on)
    if found.part == NetworkPart.OTHER:
        raise NotPermittedError(
            "A private check is for a child, or an adult who was hurt. Say first that they are."
        )
    made = PrivateCheck(
        network=found,
        when=CheckWhen(when),
        asked_on=on,
        could_say=CouldSay(could_say),
        withdrawn=withdrawn,
        words=clean_text(words).strip()[:1000],
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    return made


@action("decisions.tell_worker_at_risk")
def tell_worker_at_risk(*, by: Actor, meeting: UUID, words: str) -> UUID:
    """A child or an adult may be at risk: onto the children's story and their workers' Today, at once; the event's id.

    One way: the coordinator cannot read the story, nor workers what prepared it. Raises NotPermittedError.
    """
    meeting_of(by, meeting)
    said = clean_text(words).strip()
    if not said:
        raise NotPermittedError("Say who may be at risk, and of what.")
    return tell_from_meeting(meeting, "at_risk", said)

"""Writing the local offers, and publishing a version of one. A version is never changed: the next takes its place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db.models import Max
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.text import safe_text
from kith.offer.lines import LineError, hours_of
from kith.offer.models import OfferAsking, OfferDraft, OfferKind, OfferPromise, OfferSection, OfferVersion
from kith.offer.offers.choices import CARE
from kith.offer.offers.drafting import document_of, not_asked
from kith.offer.offers.headings import heading, headings
from kith.offer.offers.rules import OLDEST
from kith.story.writing import clean_text

NOBODYS = "an offer is to everybody, and concerns nobody's story"


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """A promise as it is handed over; `care` empty is every kind."""

    name: str
    says: str
    heading: str
    decided: str
    care: tuple[str, ...] = ()
    youngest: int = 0
    oldest: int = OLDEST
    starts_on: date | None = None
    ends_on: date | None = None


@action("offer.write_section")
def write_section(
    *, by: Actor, kind: str, code: str, words: str, easy: str = "", other: dict[str, str] | None = None
) -> None:
    """Write what an offer says under a heading, in the draft. Raises NotPermittedError where there is none such."""
    draft = _draft(by, kind)
    if heading(kind, code) is None:
        raise NotPermittedError("The offer has no such heading.")
    said = {lang: clean_text(text).strip() for lang, text in (other or {}).items() if text.strip()}
    OfferSection.objects.update_or_create(
        draft=draft,
        code=code,
        defaults={"words": clean_text(words).strip(), "easy": clean_text(easy).strip(), "other": said},
        create_defaults={
            "words": clean_text(words).strip(), "easy": clean_text(easy).strip(), "other": said, **_wrote(by),
        },
    )  # fmt: skip
    concerns([], offer=draft.id, heading=code)


@action("offer.set_call")
def set_call(*, by: Actor, kind: str, phone: str, hours: str, words: str) -> None:
    """Say which number to ring about an offer, and when it is answered. Raises CannotBeError for hours that are none."""
    draft = _draft(by, kind)
    try:
        spans = hours_of(hours)
    except LineError as why:
        raise CannotBeError(str(why), field="hours") from why
    if any(not (each.days and each.opens and each.closes and each.opens < each.closes) for each in spans):
        raise CannotBeError(
            "Write days and times on each line, like Monday to Friday 9:30-15:00.", field="hours"
        )
    draft.phone, draft.hours = safe_text(phone), "\n".join(map(safe_text, hours.splitlines()))
    draft.call_words = safe_text(words)
    draft.save(update_fields=["phone", "hours", "call_words"])
    concerns([], offer=draft.id)


@action("offer.write_promise")
def write_promise(*, by: Actor, kind: str, facts: PromiseFacts, promise: UUID | None = None) -> UUID:
    """Write down something that the council itself gives, in the draft. Returns its id.

    Raises CannotBeError with the field to mend, NotPermittedError for a promise that is not there.
    """
    draft = _draft(by, kind)
    for field, words in _wrong(kind, facts):
        raise CannotBeError(words, field=field)
    told = asdict(facts) | {
        "care": [each for each in CARE if each in facts.care],
        "name": safe_text(facts.name), "says": safe_text(facts.says), "decided": safe_text(facts.decided),
    }  # fmt: skip
    if promise is None:
        made = OfferPromise.objects.create(id=uuid4(), draft=draft, **told, **_wrote(by))
        concerns([], offer=draft.id, promise=made.id)
        return made.id
    if not OfferPromise.objects.filter(id=promise, draft=draft).update(**told):
        raise NotPermittedError("That promise is not there.")
    concerns([], offer=draft.id, promise=promise)
    return promise


@action("offer.drop_promise")
def drop_promise(*, by: Actor, kind: str, promise: UUID) -> None:
    """Take a promise out of the draft; versions that have it keep it. Raises NotPermittedError where it is not there."""
    draft = _draft(by, kind)
    if not OfferPromise.objects.filter(id=promise, draft=draft).delete()[0]:
        raise NotPermittedError("That promise is not there.")
    concerns([], offer=draft.id, promise=promise)


@action("offer.log_asking")
def log_asking(
    *, by: Actor, kind: str, group: str, way: str, on: date, people: int, said: str, did: str = ""
) -> UUID:
    """Log that people were asked about an offer, and what they said. Raises CannotBeError for a day to come."""
    draft = _draft(by, kind)
    if on > timezone.localdate():
        raise CannotBeError("That day has not come yet.", field="on")
    row = OfferAsking.objects.create(
        id=uuid4(), kind=kind, group=group, way=safe_text(way), on=on, people=people,
        said=clean_text(said).strip(), did=clean_text(did).strip(), **_wrote(by),
    )  # fmt: skip
    concerns([], offer=draft.id, asking=row.id)
    return row.id


@action("offer.answer_asking")
def answer_asking(*, by: Actor, kind: str, asking: UUID, did: str) -> None:
    """Say what was done about what people said. Raises NotPermittedError once it is published."""
    draft = _draft(by, kind)
    words = clean_text(did).strip()
    if not words:
        raise CannotBeError("Say what was done, or why it was not.", field="did")
    if not OfferAsking.objects.filter(id=asking, kind=kind, version=None).update(did=words):
        raise NotPermittedError("It is not there, or was published already.")
    concerns([], offer=draft.id, asking=asking)


@action("offer.publish_offer")
def publish_offer(
    *, by: Actor, kind: str, starts_on: date, changed: str, reasons: dict[str, str] | None = None
) -> int:
    """Publish the draft as the next version, which holds from a day on. Returns its number.

    Every heading of the statute must say something. Whoever was not asked since the last version needs a reason in
    `reasons`, by group, which everybody reads: what was not done is told, not hidden. Raises CannotBeError.
    """
    draft = _draft(by, kind)
    held = {each.code for each in draft.sections.all() if each.words}
    missing = [each.name for each in headings(kind) if each.law and each.code not in held]
    if missing:
        raise CannotBeError(
            f"Nothing is written under {', '.join(missing)}. Where you offer nothing, say so."
        )
    said = safe_text(changed)
    if not said:
        raise CannotBeError("Say in a line what is new.", field="changed")
    before = OfferVersion.objects.filter(kind=kind).aggregate(last=Max("number"), starts=Max("starts_on"))
    if starts_on < max(before["starts"] or starts_on, timezone.localdate()):
        raise CannotBeError(
            "It holds from today at the earliest, and not from before the last version.", field="starts_on"
        )
    asked = list(OfferAsking.objects.filter(kind=kind, version=None))
    if any(not each.did for each in asked):
        raise CannotBeError("Write first what was done about all that people said.")
    told = {group: safe_text(why) for group, why in (reasons or {}).items()}
    for group, name in not_asked(asked):
        if not told.get(group):
            raise CannotBeError(f"{name} were not asked. Say why: everybody reads it.", field=f"why_{group}")
    number = (before["last"] or 0) + 1
    OfferVersion.objects.create(
        kind=kind, number=number, starts_on=starts_on, published_at=timezone.now(),
        document=document_of(draft, changed=said, reasons=told),
    )  # fmt: skip
    OfferAsking.objects.filter(kind=kind, version=None).update(version=number)
    concerns([], offer=draft.id, version=number)
    return number


def _draft(by: Actor, kind: str) -> OfferDraft:
    """The draft, made where it is not there yet, and held until the action is done."""
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    if kind not in OfferKind.values:
        raise NotPermittedError("There is no such offer.")
    OfferDraft.objects.get_or_create(kind=kind, defaults=_wrote(by))
    return OfferDraft.objects.select_for_update().get(kind=kind)


def _wrote(by: Actor) -> dict[str, object]:
    return {"recorded_by": by.id, "source": Source.DEMO if by.role == "demo" else Source.WORKER}


def _wrong(kind: str, facts: PromiseFacts) -> list[tuple[str, str]]:
    found = []
    if heading(kind, facts.heading) is None:
        found.append(("heading", "Choose the heading that it belongs under."))
    if not 0 <= facts.youngest <= facts.oldest <= OLDEST:
        found.append(("oldest", f"Ages go from 0 to {OLDEST}, the youngest first."))
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        found.append(("ends_on", "It ends before it begins."))
    if not safe_text(facts.decided):
        found.append(("decided", "Say where it was decided: which paper, which meeting."))
    return found

"""Taking records of a feed in: new, changed, unchanged, or held for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.db import DataError, connection, transaction
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.offer.actions.feeds import near_us
from kith.offer.actions.owning import owned_by
from kith.offer.actions.publishing import NOBODYS, publish
from kith.offer.actions.saving import keep
from kith.offer.checking import cleaned, faults
from kith.offer.keeping.queries import facts_of
from kith.offer.models import Feed, Held, Service, Status, Why
from kith.offer.screening import sounds_secret
from kith.offer.shapes import ServiceFacts

FEEDS = UUID("b5b4b1a0-7f3d-4d3e-8b65-0a3f7b3d9c55")
OURS = "it was changed or kept secret here"
_ALIKE = "SELECT offer_alike(%s, %s, %s, %s, %s::text[], %s::text[])"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One record of a feed: its id there, and its facts."""

    external: str
    facts: ServiceFacts


@dataclass(slots=True)
class Taken:
    """What became of some records. Each refusal: the record's id, the field, and why. `far`: ids of what is too far."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    held: int = 0
    refused: list[tuple[str, str, str]] = field(default_factory=list)
    far: list[str] = field(default_factory=list)


@action("offer.take_in")
def take_in(*, by: Actor, feed: UUID, records: Sequence[Incoming]) -> Taken:
    """Take some records in, each by itself: one that cannot be is told, and the rest is kept.

    The same records again change nothing. A record that somebody changed here since is held, not overwritten.
    """
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    taken, row = Taken(), Feed.objects.get(id=feed)
    for each in records:
        try:
            with transaction.atomic():
                if row.within_km and not near_us(each.facts, row.within_km):
                    taken.far.append(each.external)
                else:
                    _one(by, feed, each, taken)
        except CannotBeError as why:
            taken.refused.append((each.external, why.field or "record", why.message))
        except DataError:
            taken.refused.append((each.external, "record", "It holds something that cannot be kept."))
    concerns([], feed=feed, records=len(records), refused=len(taken.refused))
    return taken


def _one(by: Actor, feed: UUID, each: Incoming, taken: Taken) -> None:
    facts = cleaned(each.facts)
    for where, words in faults(facts):
        raise CannotBeError(words, field=where)
    digest = facts.digest()
    found = Service.objects.select_related("provider").filter(feed_id=feed, external=each.external).first()
    if found is not None and found.digest == digest:
        taken.unchanged += 1
        return
    ours = found is not None and (found.confidential or not found.digest)
    screened = () if found and _decided(found, facts) else sounds_secret(*facts.texts())
    like = None if found else _alike(feed, each.external, facts)
    if ours or screened or like:
        held = {
            "why": Why.ALIKE if like and not screened else Why.SCREENED, "digest": digest, "facts": facts.as_json(),
            "words": ", ".join([*([OURS] if ours else []), *screened])[:500], "like": like,
        }  # fmt: skip
        before = _hold(feed, each.external, held)
        taken.held, taken.unchanged = taken.held + (not before), taken.unchanged + before
        return
    row = keep(by=by, facts=facts, service=found, made=uuid5(FEEDS, f"{feed}/{each.external}"))
    row.feed_id, row.external, row.digest = feed, each.external, digest
    row.published = row.status != Status.DEFUNCT
    row.save(update_fields=["feed", "external", "digest", "published"])
    owned_by(by, row, new=False)
    if row.published:
        publish(row)
    taken.new, taken.changed = taken.new + (found is None), taken.changed + (found is not None)


def _decided(found: Service, facts: ServiceFacts) -> bool:
    """Whether somebody said that this very place may be shown: these buildings, and no doubtful word that is new."""
    if not found.place_decided_by_id:
        return False
    before = cleaned(facts_of(found))
    where = [{(p.name, p.address, p.town, p.postcode) for p in each.places} for each in (before, facts)]
    return where[0] == where[1] and set(sounds_secret(*facts.texts())) <= set(sounds_secret(*before.texts()))


def _hold(feed: UUID, external: str, held: dict[str, Any]) -> bool:
    """Put it before a person, unless the very same facts were before: what was decided on them holds. Whether so."""
    if Held.objects.filter(feed_id=feed, external=external, digest=held["digest"]).exists():
        return True
    Held.objects.update_or_create(
        feed_id=feed, external=external, outcome="", defaults=held | {"came_at": timezone.now()}
    )
    return False


def _alike(feed: UUID, external: str, facts: ServiceFacts) -> UUID | None:
    """A service that is here already and may be the same: alike in name, and by provider, number or postcode."""
    with connection.cursor() as cursor:
        phones = [each.number for each in facts.phones]
        postcodes = [each.postcode for each in facts.places if each.postcode]
        cursor.execute(_ALIKE, [facts.name, facts.provider, feed, external, phones, postcodes])
        found: tuple[UUID | None] = cursor.fetchone()
    return found[0]

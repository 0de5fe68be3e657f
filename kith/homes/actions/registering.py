"""The register: who runs homes, which there are, what each is like, and how many more could come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from kith.core.action import CannotBeError, action, concerns
from kith.core.actor import Actor
from kith.core.where import where
from kith.design.dates import today
from kith.design.text import safe_text
from kith.homes import words
from kith.homes.actions.common import home_for, keeping, of_list
from kith.homes.models import Home, HomeKind, HomePlace, Provider, ProviderKind
from kith.people.actions.whereabouts import tidy_postcode
from kith.story.writing import clean_text

KM = 1000
_LETTER = {HomeKind.FOSTER: "F", HomeKind.CHILDRENS_HOME: "H", HomeKind.SUPPORTED: "S"}


@action("homes.add_provider")
def add_provider(*, by: Actor, name: str, kind: str, owner: str = "", urn: str = "") -> UUID:
    """Somebody who runs homes; the id.

    Raises NotPermittedError; CannotBeError without a name, or with one that is there.
    """
    keeping(by)
    called = safe_text(name)[:120]
    if not called:
        raise CannotBeError("Say what the provider is called.", field="name")
    if Provider.objects.filter(name=called).exists():
        raise CannotBeError("This provider is in the register already.", field="name")
    made = Provider(
        name=called,
        kind=ProviderKind(kind),
        owner=safe_text(owner)[:120],
        urn=safe_text(urn)[:12],
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    concerns([], provider=made.id)
    return made.id


@action("homes.add_home")
def add_home(
    *,
    by: Actor,
    kind: str,
    name: str,
    provider: UUID,
    places: int,
    opened_on: date,
    postcode: str = "",
    lines: str = "",
    skills: Sequence[str] = (),
    languages: Sequence[str] = (),
    faiths: Sequence[str] = (),
    cultures: Sequence[str] = (),
    lives_here: Sequence[str] = (),
) -> UUID:
    """A home, with all its places free as of today; the id. Being in the register makes nothing lawful: approval and
    registration do.

    Its postcode is kept apart; what is reckoned with is the kilometre. Raises NotPermittedError; CannotBeError without a
    name, for what is no postcode, and for a code that is on no list.
    """
    keeping(by)
    if not safe_text(name):
        raise CannotBeError("Say what the home is called.", field="name")
    if postcode and " " not in tidy_postcode(postcode):
        raise CannotBeError(
            "This is no whole postcode, such as KT9 4ZZ. Mend it, or leave it out.", field="postcode"
        )
    spot = where(postcode) if postcode else None
    made = Home(
        kind=HomeKind(kind),
        name=safe_text(name)[:120],
        reference=f"{_LETTER[HomeKind(kind)]}-{uuid4().hex[:6].upper()}",
        provider_id=provider,
        places=places,
        free=places,
        free_told_on=today(),
        opened_on=opened_on,
        east=None if spot is None else round(spot[0] / KM),
        north=None if spot is None else round(spot[1] / KM),
        skills=of_list(skills, words.SKILLS, "skills"),
        languages=of_list(languages, words.LANGUAGES, "languages"),
        faiths=of_list(faiths, words.FAITHS, "faiths"),
        cultures=of_list(cultures, words.CULTURES, "cultures"),
        lives_here=of_list(lives_here, words.LIVES_HERE, "lives_here"),
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    if postcode or lines:
        HomePlace(
            home=made,
            lines=clean_text(lines).strip(),
            postcode=tidy_postcode(postcode)[:8],
            recorded_by=by.id,
        ).save(force_insert=True)
    concerns([], home=made.id)
    return made.id


@action("homes.describe_home")
def describe_home(
    *,
    by: Actor,
    home: UUID,
    skills: Sequence[str] = (),
    languages: Sequence[str] = (),
    faiths: Sequence[str] = (),
    cultures: Sequence[str] = (),
    lives_here: Sequence[str] = (),
) -> None:
    """What a home is good at, and who and what lives there, as it is now: homes are matched by it.

    Raises NotPermittedError; CannotBeError for a code that is on no list.
    """
    keeping(by)
    found = home_for(home)
    found.skills = of_list(skills, words.SKILLS, "skills")
    found.languages = of_list(languages, words.LANGUAGES, "languages")
    found.faiths = of_list(faiths, words.FAITHS, "faiths")
    found.cultures = of_list(cultures, words.CULTURES, "cultures")
    found.lives_here = of_list(lives_here, words.LIVES_HERE, "lives_here")
    found.save(update_fields=["skills", "languages", "faiths", "cultures", "lives_here"])
    concerns([], home=home)


@action("homes.tell_room")
def tell_room(*, by: Actor, home: UUID, free: int, on: date) -> None:
    """How many more a home could take, as it said on a day.

    Raises NotPermittedError; CannotBeError for more than it holds.
    """
    keeping(by)
    found = home_for(home)
    if not 0 <= free <= found.places:
        raise CannotBeError(f"It holds {found.places} at most.", field="free")
    found.free, found.free_told_on = free, on
    found.save(update_fields=["free", "free_told_on"])
    concerns([], home=home)

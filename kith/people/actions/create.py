"""Adding a person: never without having seen who may already be them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.people.actions.common import Recorded, number_kept, span, written
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.actions.names import check_birth, doubts_about_birth
from kith.people.check_digits import doubt_about, tidy
from kith.people.find.near_dates import near_dates
from kith.people.find.results import Found
from kith.people.find.terms import Terms, clean
from kith.people.may import CREATE_PERSON
from kith.people.models import Identifier, Person, PersonName
from kith.people.models.name import NameKind
from kith.people.models.person import BirthKnowledge, Sex
from kith.people.queries import check_with_before_adding, search


@dataclass(frozen=True)
class Likely:
    """Who may already be the person about to be added, and whom to ask first; `digest` names exactly this
    list."""

    people: tuple[Found, ...]
    check_with: tuple[str, ...]

    @property
    def any(self) -> bool:
        return bool(self.people or self.check_with)

    @property
    def digest(self) -> str:
        lines = sorted(f"{found.person or ''}|{found.name}|{found.born_on}" for found in self.people)
        return hashlib.sha256("\n".join([*lines, "--", *self.check_with]).encode()).hexdigest()


class LikelyDuplicatesError(Exception):
    """There are people who may be this one, and the list now is not the list that was seen."""

    def __init__(self, likely: Likely) -> None:
        super().__init__("Look at who may already be this person.")
        self.likely = likely


def likely_duplicates(
    *, given: str, family: str, born_on: date | None, numbers: Sequence[str] = ()
) -> Likely:
    """The people whom the actor may find and who may be this one. Two queries. Sealed and relocated are
    none of them."""
    near = tuple(near_dates(born_on)) if born_on else ()
    terms = Terms(clean(f"{given} {family}"), born_on, near, "", tuple(tidy(n) for n in numbers if tidy(n)))
    people = [found for found in search(terms, most=20) if _is_likely(found, terms)]
    return Likely(tuple(people), tuple(check_with_before_adding(terms)))


def _is_likely(found: Found, terms: Terms) -> bool:
    why = set(found.why)
    # An index line says no reason; that it is there at all is what the front door needs to know.
    if found.state == "index" or "same number" in why:
        return True
    named = bool(why & {"same name", "sounds like", "name begins so", "spelt nearly so"})
    dated = "same date of birth" in why or any(reason.startswith(("born", "date of birth")) for reason in why)
    if named and dated:
        return True
    return (
        "same name" in why and len(terms.names.split()) > 1 and (terms.born is None or found.born_on is None)
    )


@action("people.create_person")
def create_person(
    *,
    by: Actor,
    given: str,
    family: str,
    born_on: date | None,
    birth_knowledge: str,
    seen: str,
    sex: str = Sex.UNKNOWN,
    known_as: str = "",
    scheme: str = "",
    number: str = "",
) -> Recorded:
    """Add a person, whose record then is open to the actor for 24 hours. `seen` is the digest of the list
    shown.

    Raises LikelyDuplicatesError when there are likely duplicates and `seen` does not name this very list;
    CannotBeError for an empty name, too long a number, or a birth that no calendar allows.
    """
    tell.permit(by=by, permission=CREATE_PERSON)
    if not (given.strip() or family.strip()):
        raise CannotBeError("Enter at least one part of the name.", field="given")
    check_birth(born_on, birth_knowledge)
    kept = number_kept(number, field="number")
    _one_at_a_time(f"{given} {family}")
    likely = likely_duplicates(given=given, family=family, born_on=born_on, numbers=[number])
    if likely.any and seen != likely.digest:
        raise LikelyDuplicatesError(likely)
    with plainly():
        person = Person.objects.create(
            born_on=None if birth_knowledge == BirthKnowledge.UNKNOWN else born_on,
            birth_knowledge=birth_knowledge,
            sex=sex,
            **written(by),
        )
        tell.person_created(by=by, person=person.id)
        names = [(NameKind.LEGAL, given, family, True)]
        if known_as.strip():
            names.append((NameKind.KNOWN_AS, known_as, family, False))
        for kind, first, last, preferred in names:
            PersonName.objects.create(
                person=person,
                kind=kind,
                given=first.strip(),
                family=last.strip(),
                preferred=preferred,
                during=span(None),
                **written(by),
            )
        if kept:
            Identifier.objects.create(person=person, scheme=scheme, value=kept, **written(by))
    doubts = [*doubts_about_birth(born_on, birth_knowledge)]
    if kept and (doubt := doubt_about(scheme, kept)):
        doubts.append(doubt)
    concerns([person.id], likely_seen=len(likely.people), told_to_check=len(likely.check_with))
    tell.tell(by=by, about=[person.id], title="This person was added")
    return Recorded(person.id, tuple(doubts))


def _one_at_a_time(name: str) -> None:
    """Two workers adding one name take turns, so that the second sees the first's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(people_fold(%s), 11))", [clean(name)])

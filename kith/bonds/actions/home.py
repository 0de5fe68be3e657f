"""Going home again: looked into, agreed, prepared, gone home, looked at for a year, ended.

Source: Children Act 1989 s22C(2) to (4); SI 2010/959 regs 15 to 20 under a care order. RU-01 is our own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from kith.access.apart import refuse_what_tells
from kith.access.permissions import Permission
from kith.bonds.actions.common import NOT_HERE, needed, not_to_come, words_of
from kith.bonds.models import (
    GoingHome,
    HomeEnd,
    HomeMust,
    HomeNight,
    HomeRoute,
    HomeSay,
    HomeSays,
    Risk,
)
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.design.dates import today
from kith.design.text import safe_text

WHY_NOT = {
    "not_yours": NOT_HERE,
    "not_family": "It is shown to the child, their parents and grown-up kin. This person is none of them.",
    "apart": "Something keeps them and the child apart. Look at what stands in the way first.",
    "address": "One of its lines would tell them where the child lives or goes to school. Write that line anew first.",
}
TELLS = "Somebody who reads this would learn where the child lives or goes to school. Say it in other words."


@action("bonds.look_into_home")
def look_into_home(
    *, by: Actor, child: UUID, to_whom: str, assessed_on: date, risk: str, changed: str, worries: str = ""
) -> UUID:
    """It was looked into whether the child can go home; the way's id. Raises NotPermittedError, CannotBeError."""
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    whom = needed(to_whom, "Say to whom the child would go home.", "to_whom", 120)
    said = needed(changed, "Write what has changed since the child came into care.", "changed", 2000)
    try:
        with transaction.atomic():
            made = GoingHome.objects.create(
                child_id=child, to_whom=whom, assessed_on=not_to_come(assessed_on, "assessed_on"), risk=Risk(risk).value,
                changed=said, worries=words_of(worries, 2000), recorded_by=by.id,
            )  # fmt: skip
    except IntegrityError as error:
        raise CannotBeError("A way home is open already. End that one first.", field="to_whom") from error
    _told(by, child, "It was looked into whether the child can go home", way=made.id, risk=risk)
    return made.id


@action("bonds.home_must")
def home_must(*, by: Actor, way: UUID, what: str, who: str, by_when: date, help_given: str = "") -> UUID:
    """What has to be in place, who does it, by when, and what help there is; the id.

    Raises NotPermittedError; CannotBeError for words that would tell a parent where the child lives.
    """
    found = way_for(by, way)
    said = needed(what, "Write what has to happen.", "what", 300)
    doer = needed(who, "Say who does it.", "who", 120)
    helped = words_of(help_given, 300)
    _tells_nobody(found, [said, doer, helped], "what")
    made = HomeMust.objects.create(
        way=found,
        child_id=found.child_id,
        what=said,
        who=doer,
        help=helped,
        by_when=by_when,
        recorded_by=by.id,
    )
    _told(by, found.child_id, "Something has to be in place before the child goes home", must=made.id)
    return made.id


@action("bonds.must_done")
def must_done(*, by: Actor, must: UUID, done_on: date) -> None:
    """It is in place. Raises NotPermittedError; CannotBeError for a day to come."""
    found = HomeMust.objects.filter(id=must).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    way_for(by, found.way_id)
    HomeMust.objects.filter(id=must).update(done_on=not_to_come(done_on, "done_on"))
    _told(by, found.child_id, "Something for going home is in place", must=must)


@action("bonds.home_said")
def home_said(*, by: Actor, way: UUID, person: UUID, says: str, words: str, said_on: date) -> None:
    """What the child or somebody of the family says to it, taken down. Raises NotPermittedError, CannotBeError."""
    found = way_for(by, way)
    row = _say_of(by, found, person)
    HomeSay.objects.filter(id=row).update(
        says=HomeSays(says).value, words=words_of(words), said_on=not_to_come(said_on, "said_on")
    )
    _told(by, found.child_id, "Somebody said what they think of going home", way=way, person=person)


@action("bonds.show_home")
def show_home(*, by: Actor, way: UUID, person: UUID, prepared: bool, how_prepared: str) -> None:
    """From now on they read on their own page what has to happen, and by when.

    Raises NotPermittedError; CannotBeError before they are prepared for it, for whoever is no grown-up family, is kept
    apart, or would learn where the child lives.
    """
    found = way_for(by, way)
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.child_id])
    how = refuse_unprepared(prepared=prepared, how=how_prepared)
    with connection.cursor() as cursor:
        cursor.execute("SELECT bonds_home_why_not(%s, %s)", [way, person])
        why_not = cursor.fetchone()[0]
    if why_not:
        raise CannotBeError(WHY_NOT[why_not], field="person")
    musts = HomeMust.objects.filter(way_id=way).values_list("what", "who", "help")
    refuse_what_tells(person, [each for row in musts for each in row])
    HomeSay.objects.filter(id=_say_of(by, found, person)).update(shown_on=today(), how_prepared=how)
    _told(by, found.child_id, "The way home was shown to somebody", way=way, person=person)


@action("bonds.take_back_home")
def take_back_home(*, by: Actor, way: UUID, person: UUID) -> None:
    """They read it no more. What they have read stays read. Raises NotPermittedError."""
    found = way_for(by, way)
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.child_id])
    HomeSay.objects.filter(way_id=way, person_id=person).update(shown_on=None)
    _told(by, found.child_id, "The way home was taken back from somebody", way=way, person=person)


@action("bonds.agree_home")
def agree_home(*, by: Actor, way: UUID, agreed_on: date, agreed_by: str) -> None:
    """Family and council agreed to it. Raises NotPermittedError; CannotBeError before the child was asked."""
    found = way_for(by, way)
    if not HomeSay.objects.filter(way_id=way, person_id=found.child_id).exclude(says="").exists():
        raise CannotBeError(
            "Ask the child first, and write down what they say: a yes and a no are both kept."
        )
    if not HomeSay.objects.filter(way_id=way).exclude(person_id=found.child_id).exclude(says="").exists():
        raise CannotBeError("Ask a parent, or whoever they go home to, first, and write down what they say.")
    if agreed_on < found.assessed_on:
        raise CannotBeError("It is looked into first, and agreed then.", field="agreed_on")
    GoingHome.objects.filter(id=way).update(
        agreed_on=not_to_come(agreed_on, "agreed_on"),
        agreed_by=needed(agreed_by, "Say who agreed for the council, by name.", "agreed_by", 120),
    )
    _told(by, found.child_id, "Going home was agreed", way=way)


@action("bonds.home_nights")
def home_nights(*, by: Actor, way: UUID, from_on: date, until: date) -> UUID:
    """Nights at home are planned, or were spent there; the id. Raises NotPermittedError, CannotBeError."""
    found = way_for(by, way)
    if until <= from_on:
        raise CannotBeError("They come back after the first night.", field="until")
    made = HomeNight.objects.create(
        way=found, child_id=found.child_id, from_on=from_on, until=until, recorded_by=by.id
    )
    _told(by, found.child_id, "Nights at home were planned", night=made.id, on=from_on)
    return made.id


@action("bonds.nights_went")
def nights_went(*, by: Actor, night: UUID, went: str, child_said: str = "") -> None:
    """How they went, in words, and what the child says. Raises NotPermittedError; CannotBeError before they began."""
    found = HomeNight.objects.filter(id=night).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    way_for(by, found.way_id)
    if found.from_on > today():
        raise CannotBeError("These nights are still to come.", field="went")
    HomeNight.objects.filter(id=night).update(
        went=needed(went, "Write how it went.", "went", 500), child_said=words_of(child_said, 500)
    )
    _told(by, found.child_id, "How nights at home went was written down", night=night)


@action("bonds.went_home")
def went_home(
    *, by: Actor, way: UUID, home_on: date, route: str, approved_by: str = "", skipped: str = ""
) -> None:
    """The child went home. Never refused: where something was not in place, it asks why they went all the same.

    Raises NotPermittedError, CannotBeError. It ends a year later at the earliest, or when they come into care again.
    """
    found = way_for(by, way)
    if found.home_on is not None:
        raise CannotBeError("They are at home already.", field="home_on")
    not_to_come(home_on, "home_on")
    if home_on < found.assessed_on:
        raise CannotBeError("This day is before it was looked into.", field="home_on")
    officer, why = safe_text(approved_by)[:120], words_of(skipped, 500)
    missing = not_ready(found, route=route, approved_by=officer)
    if missing and not why:
        raise CannotBeError(
            f"Not all is in place: {'; '.join(missing)}. Say why they went home all the same.",
            field="skipped",
        )
    GoingHome.objects.filter(id=way).update(
        home_on=home_on, route=HomeRoute(route).value, approved_by=officer, skipped=why
    )
    _told(by, found.child_id, "The child went home", way=way, on=home_on, ready=not missing)


@action("bonds.end_home")
def end_home(*, by: Actor, way: UUID, came_of_it: str, ended_on: date, end_words: str) -> None:
    """Our support ends, and how it went. Raises NotPermittedError; CannotBeError for a year at home that is not over."""
    found = way_for(by, way)
    end = HomeEnd(came_of_it)
    not_to_come(ended_on, "ended_on")
    if end is HomeEnd.STOPPED and found.home_on is not None:
        raise CannotBeError("They went home. Say what came of it.", field="came_of_it")
    if end not in {HomeEnd.STOPPED, HomeEnd.GREW_UP} and found.home_on is None:
        raise CannotBeError("They have not gone home yet. Was it stopped?", field="came_of_it")
    if found.home_on is not None and ended_on < found.home_on:
        raise CannotBeError("It ends after they went home.", field="ended_on")
    if end is HomeEnd.LASTED and found.home_on is not None and ended_on < a_year_after(found.home_on):
        raise CannotBeError(
            "Support goes on for a year after they went home. It is never closed before that.",
            field="ended_on",
        )
    GoingHome.objects.filter(id=way).update(
        came_of_it=end.value, ended_on=ended_on,
        end_words=needed(end_words, "Write how it went, and what was learnt.", "end_words"),
    )  # fmt: skip
    _told(by, found.child_id, "Support after going home ended", way=way, came=end.value)


def not_ready(way: GoingHome, *, route: str = "", approved_by: str = "") -> list[str]:
    """What of what should be there before a child goes home is not, in words. Two statements."""
    missing = [] if way.agreed_on else ["it is not agreed"]
    waits = HomeMust.objects.filter(way_id=way.id, done_on=None).count()
    if waits:
        missing.append(
            "one thing that has to be in place is not"
            if waits == 1
            else f"{waits} things that have to be in place are not"
        )
    if not HomeNight.objects.filter(way_id=way.id).exclude(went="").exists():
        missing.append("no night at home went before")
    if route == HomeRoute.WITH_PARENTS and not approved_by:
        missing.append("no nominated officer is named (regulation 18)")
    return missing


def a_year_after(day: date) -> date:
    """The same day of the next year; after 29 February, 1 March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28) + timedelta(days=1)


def way_for(by: Actor, way: UUID) -> GoingHome:
    """One that has not ended, of a child whose record the actor may change. Raises NotPermittedError."""
    found = GoingHome.objects.filter(id=way, ended_on=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    return found


def _say_of(by: Actor, way: GoingHome, person: UUID) -> UUID:
    row = HomeSay.objects.filter(way_id=way.id, person_id=person).first()
    if row is None:
        row = HomeSay.objects.create(way=way, child_id=way.child_id, person_id=person, recorded_by=by.id)
    return row.id


def _tells_nobody(way: GoingHome, said: Iterable[str], field: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT bonds_home_tells(%s, %s)", [way.id, " ".join(said)])
        if cursor.fetchone()[0]:
            raise CannotBeError(TELLS, field=field)


def _told(by: Actor, child: UUID, title: str, **ids: object) -> None:
    concerns([child], **{name: str(value) for name, value in ids.items()})
    tell.tell(by=by, about=[child], title=title)

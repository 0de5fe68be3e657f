"""Looking for a home: what the child needs and wishes, their needs ranked, and the order in which it is looked for.

Source: Children Act 1989 s22C(5)-(9). Kinship first, then foster carers, then a children's home or supported
accommodation, which must be shown to meet each need. Protection waits for none of it: tonight is one tick.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from kith.access.models import NotYetTold
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.homes import unexplored
from kith.design.dates import today
from kith.homes import words
from kith.homes.actions.common import of_list
from kith.homes.actions.profiling import anonymous, places, together
from kith.homes.models import Level, Need, Profile, Search, SearchStep
from kith.people.models import Person
from kith.story.writing import clean_text

NOT_HERE = "No home is looked for for this child, or it is not open to you."
ORDER = tuple(level.value for level in Level)
MOST_NEEDS = 12


@action("homes.look_for_home")
def look_for_home(
    *,
    by: Actor,
    child: UUID,
    persons: Sequence[UUID],
    why: str,
    strengths: str,
    child_wishes: str = "",
    parents_wish: str = "",
    by_when: date | None = None,
    tonight: bool = False,
    together_with: UUID | None = None,
    loved: Sequence[UUID] = (),
    unaccompanied: bool = False,
    trauma: bool = False,
    skills: Sequence[str] = (),
    languages: Sequence[str] = (),
    faiths: Sequence[str] = (),
    cultures: Sequence[str] = (),
    likes: Sequence[str] = (),
    avoids: Sequence[str] = (),
    parents_like: Sequence[str] = (),
    covert: UUID | None = None,
) -> UUID:
    """A home is looked for; the id of the search, which begins among family and friends.

    `persons`: every id the child goes by. `together_with`: a brother or sister for whom one is looked for already.
    `loved`: people to be near; where they and the child live is read from the record, as far as it is open, and
    kept to the kilometre. `covert`: the concern not yet told from which it comes: until it is, nothing of the search is
    shown behind any door.

    Raises NotPermittedError; CannotBeError without a reason or strengths, with the child's own name among the strengths,
    without a known birthday, while another search is open, and for a code that is on no list.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    _nothing_open(persons)
    if (
        covert is not None
        and not NotYetTold.objects.filter(id=covert, persons__overlap=list(persons)).exists()
    ):
        raise NotPermittedError(NOT_HERE)
    if not clean_text(why).strip():
        raise CannotBeError("Say why a home is looked for.", field="why")
    born = Person.objects.filter(id=child).values_list("born_on", "sex").first()
    if born is None or born[0] is None:
        raise CannotBeError(
            "When the child was born is needed first: the law goes by age. Add it under About."
        )
    profile = Profile(
        reference=f"C-{uuid4().hex[:6].upper()}",
        together=together(together_with),
        born_on=born[0],
        sex=born[1] if born[1] in {"F", "M"} else "",
        unaccompanied=unaccompanied,
        trauma=trauma,
        strengths=anonymous(strengths, persons),
        skills=of_list(skills, words.SKILLS, "skills"),
        languages=of_list(languages, words.LANGUAGES, "languages"),
        faiths=of_list(faiths, words.FAITHS, "faiths"),
        cultures=of_list(cultures, words.CULTURES, "cultures"),
        likes=of_list(likes, words.LIVES_HERE, "likes"),
        avoids=of_list(avoids, words.LIVES_HERE, "avoids"),
        parents_like=of_list(parents_like, words.LIVES_HERE, "parents_like"),
        asked_on=today(),
        by_when=today() if tonight else by_when,
        recorded_by=by.id,
    )
    places(profile, persons, loved)
    profile.save(force_insert=True)
    made = Search(
        child_id=child,
        profile=profile,
        why=clean_text(why).strip()[:1000],
        child_wishes=clean_text(child_wishes).strip()[:1000],
        parents_wish=clean_text(parents_wish).strip()[:1000],
        tonight=tonight,
        covert_id=covert,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    SearchStep(
        search=made, child_id=child, level=Level.KIN, on=today(), reason="Family and friends come first.",
        recorded_by=by.id,
    ).save(force_insert=True)  # fmt: skip
    _told(by, made, "A home is looked for")
    return made.id


@action("homes.rank_needs")
def rank_needs(*, by: Actor, search: UUID, needs: Sequence[str]) -> None:
    """What the home must meet, the most important first. From here on those who may see what homes cost.

    Raises NotPermittedError; CannotBeError for none, for the same twice, and once a home was shown to meet some.
    """
    found = search_for(by, search)
    said = [clean_text(each).strip()[:300] for each in needs if clean_text(each).strip()]
    if not said:
        raise CannotBeError("Write at least one need, the most important first.", field="needs")
    if len(said) > MOST_NEEDS:
        raise CannotBeError(f"Choose the {MOST_NEEDS} that matter most.", field="needs")
    if len({each.casefold() for each in said}) < len(said):
        raise CannotBeError("The same need stands here twice.", field="needs")
    held = list(Need.objects.filter(search=found).order_by("rank"))
    if any(each.met.exists() for each in held):
        raise CannotBeError("Some of these are answered for a home already. Add what is new on the choice.")
    for number, words_ in enumerate(said, 1):
        if number <= len(held):
            held[number - 1].words = words_
            held[number - 1].save(update_fields=["words"])
        else:
            Need(search=found, child_id=found.child_id, words=words_, rank=number, recorded_by=by.id).save(
                force_insert=True
            )
    if len(held) > len(said):
        raise CannotBeError("A need that was written is not taken out: say what became of it.", field="needs")
    found.ranked_on = found.ranked_on or today()
    found.save(update_fields=["ranked_on"])
    _told(by, found, "What a home must meet was put in order", needs=len(said))


@action("homes.look_among")
def look_among(*, by: Actor, search: UUID, level: str, reason: str) -> None:
    """Look among another kind of home now, and say why not, or no longer, among those before it.

    Until everybody who could care has an outcome, no home elsewhere is looked for; tonight does not wait, and how
    many were skipped is kept. A children's home is looked for once the needs are ranked, with what it must show.

    Raises NotPermittedError; CannotBeError for a step backwards to where one is, without a reason, and what is said
    above.
    """
    found = search_for(by, search)
    to = Level(level)
    said = clean_text(reason).strip()[:1000]
    if level_of(found) == to.value:
        raise CannotBeError("That is where you look already.", field="level")
    if not said:
        raise CannotBeError("Say why here, and why none was found before.", field="reason")
    waiting = unexplored([found.child_id]) if to is not Level.KIN else []
    if waiting and not found.tonight:
        names, have = ", ".join(waiting), "has" if len(waiting) == 1 else "have"
        raise CannotBeError(
            f"Family and friends come first: {names} {have} no outcome yet. Ask them, or write down why not, under"
            " Who could care.",
            field="level",
        )
    if to is Level.RESIDENTIAL and found.ranked_on is None and not found.tonight:
        raise CannotBeError(
            "Put the child’s needs in order first: such a home has to meet each.", field="level"
        )
    SearchStep(
        search=found,
        child_id=found.child_id,
        level=to,
        on=today(),
        reason=said,
        skipped=len(waiting),
        recorded_by=by.id,
    ).save(force_insert=True)
    _told(by, found, "Where a home is looked for changed", level=to.value, skipped=len(waiting))


@action("homes.close_search")
def close_search(*, by: Actor, search: UUID, why: str) -> None:
    """No home is looked for any more. Raises NotPermittedError; CannotBeError without how it ended."""
    found = search_for(by, search)
    if not clean_text(why).strip():
        raise CannotBeError("Say how it ended.", field="why")
    found.closed_on, found.closed_why = today(), clean_text(why).strip()[:300]
    found.save(update_fields=["closed_on", "closed_why"])
    Profile.objects.filter(id=found.profile_id, found_on__isnull=True).update(found_on=today())
    _told(by, found, "A home is no longer looked for")


def search_for(by: Actor, search: UUID) -> Search:
    """An open search of a child whose record the actor may change. Raises NotPermittedError."""
    found = Search.objects.filter(id=search, closed_on__isnull=True).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    return found


def level_of(search: Search) -> str:
    """Where a home is looked for now: the last that was said. One statement."""
    last = SearchStep.objects.filter(search=search).order_by("-recorded_at", "-level").first()
    return Level.KIN.value if last is None else str(last.level)


def _nothing_open(persons: Sequence[UUID]) -> None:
    if Search.objects.filter(child_id__in=persons, closed_on__isnull=True).exists():
        raise CannotBeError("A home is looked for already. Go on with that search, or close it.")


def _told(by: Actor, search: Search, title: str, **facts: object) -> None:
    concerns([search.child_id], search=search.id, **facts)
    tell.tell(by=by, about=[search.child_id], title=title, facts={"search": str(search.id), **facts})

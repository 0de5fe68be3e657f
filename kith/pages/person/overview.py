"""Everything that a person's page says, gathered in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kith.access.door import OpenPerson
from kith.access.working_with import WorksWith, who_works_with
from kith.core.together import together
from kith.core.waiting import Waiting, waiting
from kith.design.drawing import Drawing
from kith.law.due import open_obligations
from kith.law.obligation import Obligation
from kith.pages.drawn import drawn
from kith.pages.person.legal import Stay, stays_from, stays_read
from kith.people.page_queries import (
    Home,
    Reach,
    Who,
    homes_from,
    homes_read,
    languages_read,
    needs_read,
    phrases,
    reach_from,
    reach_read,
    who,
    who_matters,
)
from kith.story.latest import Latest, Words, latest, own_words


@dataclass(frozen=True, slots=True)
class Overview:
    """One person's page."""

    person: Who
    words: list[Words]
    homes: list[Home]
    reach: list[Reach]
    languages: list[str]
    workers: list[WorksWith]
    stays: list[Stay]
    due: list[Obligation]
    drawing: Drawing | None
    latest: list[Latest]
    waiting: list[Waiting]
    today: date

    @property
    def home(self) -> Home | None:
        """Where they live now."""
        return next((each for each in self.homes if each.until is None or each.until > self.today), None)

    @property
    def stay(self) -> Stay | None:
        """The open episode of care."""
        return next((each for each in self.stays if each.until is None), None)

    @property
    def lead(self) -> WorksWith | None:
        """The one trusted worker: the Family Help lead, else the social worker."""
        for code in ("lead_practitioner", "social_worker", "lead_protection", "personal_adviser"):
            for each in self.workers:
                if each.current and each.role_code == code:
                    return each
        return None

    @property
    def leads_before(self) -> int:
        """How many lead workers or social workers came before this one."""
        codes = {"lead_practitioner", "social_worker"}
        return sum(1 for each in self.workers if not each.current and each.role_code in codes)

    @property
    def safety(self) -> list[str]:
        """What staff must not miss: an address kept safe, contact that is not safe."""
        lines = []
        if self.home is not None and self.home.protected:
            lines.append(
                "Where they live is kept safe. Tell nobody, not even family, without checking who may know."
            )
        if any(each.safety == "never use" for each in self.reach):
            lines.append(
                "Some ways of making contact are not safe. See how to reach them before you call or write."
            )
        return lines


def overview(person: OpenPerson) -> Overview | None:
    """The page of an open record; None where the record itself is gone from under it."""
    today = timezone.localdate()
    ties = who_matters(person.ids)
    around = {tie.person for tie in ties} | {tie.other for tie in ties} | {person.id}
    people = who(around)
    me = people.get(person.id)
    if me is None:
        return None
    small = together(
        homes=homes_read(person.ids),
        reach=reach_read(person.ids, today),
        languages=languages_read(person.ids),
        needs=needs_read(person.ids),
        stays=stays_read(person.ids),
        **{f"waiting_{name}": source.read(person.ids) for name, source in waiting.items()},
    )
    return Overview(
        person=me,
        words=own_words(person.ids),
        homes=homes_from(small["homes"]),
        reach=reach_from(small["reach"]),
        languages=phrases(small["languages"], small["needs"]),
        workers=who_works_with(person.ids),
        stays=stays_from(small["stays"]),
        due=open_obligations(person.ids),
        drawing=drawn(person.id, people, ties, today) if len(people) > 1 else None,
        latest=latest(person.ids),
        waiting=[each for name, source in waiting.items() for each in source.says(small[f"waiting_{name}"])],
        today=today,
    )

"""Everything that a person's page says, gathered in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kith.access.door import OpenPerson
from kith.access.working_with import WorksWith, who_works_with
from kith.design.drawing import Drawing
from kith.law.due import open_obligations
from kith.law.obligation import Obligation
from kith.pages.drawn import drawn
from kith.pages.person.legal import Stay, stays
from kith.pages.person.waiting import Waiting, waiting_to_be_settled
from kith.people.page_queries import Home, Reach, Who, homes, languages, ways_to_reach, who, who_matters
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
            lines.append("Where they live is kept safe. Tell nobody, not even family, without checking who may know.")
        if any(each.safety == "never use" for each in self.reach):
            lines.append("Some ways of making contact are not safe. See how to reach them before you call or write.")
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
    return Overview(
        person=me,
        words=own_words(person.ids),
        homes=homes(person.ids),
        reach=ways_to_reach(person.ids),
        languages=languages(person.ids),
        workers=who_works_with(person.ids),
        stays=stays(person.ids),
        due=open_obligations([person.id, *person.ids[1:]]),
        drawing=drawn(person.id, people, ties, today) if len(people) > 1 else None,
        latest=latest(person.ids),
        waiting=waiting_to_be_settled(person.ids),
        today=today,
    )

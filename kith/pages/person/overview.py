"""Everything that a person's page says, gathered in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from uuid import UUID

from django.utils import timezone

from kith.access.door import OpenPerson
from kith.access.safe_contact.queries import Said, said_from, said_read
from kith.access.working_with import (
    WorksWith,
    families_of_today_read,
    families_read,
    workers_from,
    workers_read,
)
from kith.core.reads import Reads
from kith.core.waiting import Waiting, waiting
from kith.design.drawing import Drawing
from kith.law.due import standing
from kith.law.obligation import Obligation
from kith.pages.person.legal import Stay, stays_from, stays_read
from kith.pages.person.plans import OnPlan, in_need_read, plans_from, protection_read
from kith.pages.person.safety import home_now, safety, school_now
from kith.people.drawn import drawn
from kith.people.page_queries import (
    AROUND,
    Home,
    Reach,
    Who,
    around,
    homes_from,
    homes_read,
    languages_read,
    matters_from,
    needs_read,
    phrases,
    reach_from,
    reach_read,
    ties_around_read,
    ties_read,
    who_from,
    who_read,
)
from kith.story.latest import Latest, Words, latest_from, latest_read, own_words_from, own_words_read


@dataclass(frozen=True, slots=True)
class Overview:
    """One person's page."""

    person: Who
    words: list[Words]
    homes: list[Home]
    reach: list[Reach]
    said_safe: Said | None
    """What they last said on their own page of how it is safe to reach them."""
    languages: list[str]
    workers: list[WorksWith]
    stays: list[Stay]
    plans: list[OnPlan]
    due: list[Obligation]
    drawing: Drawing | None
    latest: list[Latest]
    waiting: list[Waiting]
    families: dict[UUID, str]
    today: date

    @property
    def home(self) -> Home | None:
        """Where they live now."""
        return home_now(self.homes, self.today)

    @property
    def school(self) -> Home | None:
        """Where they go to school now."""
        return school_now(self.homes, self.today)

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
        """What staff must not miss."""
        return safety(self.homes, self.reach, self.today)


_nearest = Reads(ties=ties_read, families=families_read, of_today=families_of_today_read)


@cache
def _page() -> Reads:
    """Everything that a page asks of the rooms, once it is known who is around the person."""
    return Reads(
        ties=ties_around_read,
        persons=partial(who_read, AROUND),
        homes=homes_read,
        reach=reach_read,
        said_safe=said_read,
        languages=languages_read,
        needs=needs_read,
        stays=stays_read,
        protection=protection_read,
        in_need=in_need_read,
        words=own_words_read,
        workers=workers_read,
        latest=latest_read,
        **{f"waiting_{name}": source.read for name, source in waiting.items()},
    )


def overview(person: OpenPerson) -> Overview | None:
    """The page of an open record; None where the record itself is gone from under it."""
    today = timezone.localdate()
    nearest = _nearest.run(ids=person.ids, today=today)
    families = [family for (family,) in nearest["families"]]
    near = around([person.id], nearest["ties"])
    read = _page().run(ids=person.ids, around=near, families=families, today=today)
    ties = matters_from([*nearest["ties"], *read["ties"]], today)
    people = who_from(read["persons"])
    me = people.get(person.id)
    if me is None:
        return None
    stands = standing(person.ids)
    to_settle = [each for name, source in waiting.items() for each in source.says(read[f"waiting_{name}"])]
    return Overview(
        person=me,
        words=own_words_from(read["words"]),
        homes=homes_from(read["homes"]),
        reach=reach_from(read["reach"]),
        said_safe=next(iter(said_from(read["said_safe"])), None),
        languages=phrases(read["languages"], read["needs"]),
        workers=workers_from(read["workers"], today),
        stays=stays_from(read["stays"]),
        plans=plans_from(read["protection"], read["in_need"]),
        due=stands.open,
        drawing=drawn(person.id, people, ties, today) if len(people) > 1 else None,
        latest=latest_from(read["latest"]),
        waiting=[*to_settle, *(Waiting(each.says, "", None) for each in stands.odd)],
        families=dict(nearest["of_today"]),
        today=today,
    )

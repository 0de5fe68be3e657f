"""A mother with two children, the father who caused harm, their worker, her manager, a charity and a school."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from kith.access.models import Account, NotYetTold, Organisation, Release
from kith.core.acting import acting
from kith.people.models import Person
from kith.plan.models import Change, Goal, Plan, PlanPerson, Step, Strength
from tests.support import make


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def organisation(name: str, kind: str) -> Organisation:
    made, _ = Organisation.objects.using(make.OWNER).get_or_create(name=name, defaults={"kind": kind})
    return made


class Street:
    def __init__(self) -> None:
        self.team = make.team()
        self.child = make.person("Ada", born=date(2012, 5, 1))
        self.brother = make.person("Ben", born=date(2014, 5, 1))
        self.mum, self.dad = make.person("Mara", born=None), make.person("Rhys", born=None)
        for each in (self.child, self.brother):
            make.tied(each, self.mum, "mother")
            make.tied(each, self.dad, "father")
        self.family = make.family(self.child, self.brother, self.mum)
        self.lead = make.account("lead", display_name="Rosa Lindqvist", in_team=self.team)
        self.manager = make.account("manager", display_name="Maud Ekwall", in_team=self.team)
        for each in self.everybody:
            make.involved(self.lead, each)
        self.mother, self.father = make.account("parent"), make.account("parent")
        self.young, self.sibling = make.account("young_person"), make.account("young_person")
        self.doors = {
            self.mother: self.mum,
            self.father: self.dad,
            self.young: self.child,
            self.sibling: self.brother,
        }
        for account, person in self.doors.items():
            make.door(account, person)
        for account in (self.mother, self.father):
            make.door(account, self.child, "parent")
            make.door(account, self.brother, "parent")

    @property
    def everybody(self) -> tuple[Person, ...]:
        return self.child, self.brother, self.mum, self.dad

    def outside(self, role: str, name: str = "The Harbour", **more: Any) -> Account:
        """A worker of a partner organisation, beside the child."""
        kind = "school" if role == "school" else "charity"
        account = make.account(role, organisation=organisation(name, kind), display_name=f"{role} of {name}")
        make.involved(account, self.child, role="partner", **more)
        return account

    def concern(self) -> UUID:
        return NotYetTold.objects.using(make.OWNER).create(
            persons=[self.child.id, self.mum.id], reason="Police ask.", since=timezone.now()
        ).id  # fmt: skip

    def tell(self, concern: UUID) -> None:
        NotYetTold.objects.using(make.OWNER).filter(id=concern).update(
            ended_at=timezone.now(), ended_by=self.lead.id
        )

    # By ids: an object of the owner's login would be written with that login, past every policy.
    def plan(self, *, by: Account | None = None, covert: UUID | None = None) -> Plan:
        """Rows as the lead writes them, through the app's own login."""
        account = by or self.lead
        with acting(make.actor(account)):
            plan = Plan(
                family_id=self.family.id, started_on=ago(30), covert_id=covert, recorded_by=account.id
            )
            plan.save(force_insert=True)
            parts = zip(self.everybody, ("child", "child", "parent", "causes_harm"), strict=True)
            PlanPerson.objects.bulk_create(
                PlanPerson(plan_id=plan.id, person_id=person.id, part=part, recorded_by=account.id)
                for person, part in parts
            )
        return plan

    def goal(self, plan: Plan, words: str = "We eat together.", **more: Any) -> Goal:
        return self._line(Goal(plan_id=plan.id, words=words, **more))

    def step(self, plan: Plan, words: str = "Find a bed.", does_it: str = "council", **more: Any) -> Step:
        return self._line(Step(plan_id=plan.id, words=words, does_it=does_it, **more))

    def strength(self, plan: Plan, words: str = "They laugh a lot.", **more: Any) -> Strength:
        return self._line(Strength(plan_id=plan.id, words=words, **more))

    def change(self, plan: Plan, words: str = "Every night is calm.", **more: Any) -> Change:
        return self._line(Change(plan_id=plan.id, words=words, **more))

    def _line(self, line: Any) -> Any:
        line.recorded_by = line.recorded_by or self.lead.id
        with acting(make.actor(Account.objects.using(make.OWNER).get(id=line.recorded_by))):
            line.save(force_insert=True)
        return line

    def released_by_a_fault(self, item: UUID, to: Person) -> None:
        Release.objects.using(make.OWNER).create(
            reader=to, kind="plan", item=item, prepared=True, how_prepared="x", released_at=timezone.now()
        )

    def release(self, item: UUID, to: Person, *, by: Account | None = None) -> bool:
        """As a worker does it with SQL of their own; whether it was let."""
        from tests.access.tries import tries

        worker = by or self.lead
        return tries(
            worker,
            "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared,"
            " how_prepared, released_at) VALUES"
            " (gen_random_uuid(), now(), %s, 'worker', %s, 'plan', %s, true, 'x', now())",
            [worker.id, to.id, item],
        )

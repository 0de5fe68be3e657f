"""A mother, her child with an account, the father who must learn nothing, and one worker; all facts are held live."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from kith.access.models import Account, Release
from kith.care.models import Episode, Review
from kith.core.acting import acting
from kith.help.models import Referral
from kith.law.telling.actions import tell_what_is_due
from kith.people.models import Person
from kith.protection.models import ChildProtectionPlan
from kith.returns.models import LoadedFile
from kith.story import actions
from tests.support import make


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


class Household:
    def __init__(self) -> None:
        LoadedFile.objects.using(make.OWNER).create(
            run=uuid4(), name="-", kind="demo", collection_year="2015-16"
        )
        self.child = make.person("Ada", born=date(2012, 5, 1))
        self.mum, self.dad = make.person("Mara", born=None), make.person("Rhys", born=None)
        make.tied(self.child, self.mum, "mother")
        make.tied(self.child, self.dad, "father")
        make.family(self.child, self.mum)
        self.lead = make.account("lead", display_name="Rosa Lindqvist", in_team=make.team())
        for each in (self.child, self.mum, self.dad):
            make.involved(self.lead, each)
        self.parent, self.young, self.ex = (make.account(r) for r in ("parent", "young_person", "parent"))
        for account, person in ((self.parent, self.mum), (self.young, self.child), (self.ex, self.dad)):
            make.door(account, person)
        make.door(self.parent, self.child, "parent")
        make.door(self.ex, self.child, "parent")

    def kept_for_years(self) -> None:
        """Workers have written here for years: what only they write is known for as long."""
        LoadedFile.objects.using(make.OWNER).update(loaded_at=timezone.now() - timedelta(days=4000))

    @property
    def families(self) -> tuple[Account, ...]:
        return self.parent, self.young, self.ex

    def referral(self, days_ago: int = 10, **more: object) -> Referral:
        return Referral.objects.using(make.OWNER).create(person=self.child, referred_on=ago(days_ago), **more)

    def plan(self, days_ago: int = 100) -> ChildProtectionPlan:
        return ChildProtectionPlan.objects.using(make.OWNER).create(
            person=self.child, started_on=ago(days_ago), initial_category="NEG"
        )

    def in_care(self, days_ago: int = 60, **more: object) -> Episode:
        facts = {"legal_status": "C2", "placement_type": "U1", "reason_new_episode": "S"} | more
        return Episode.objects.using(make.OWNER).create(
            person=self.child, started_on=ago(days_ago), during=make.always(ago(days_ago)), **facts
        )

    def reviewed(self, days_ago: int) -> Review:
        return Review.objects.using(make.OWNER).create(person=self.child, reviewed_on=ago(days_ago))

    def visited(self, days_ago: int, *, by: Account | None = None, covert: UUID | None = None) -> UUID:
        actor = make.actor(by or self.lead)
        with acting(actor):
            return actions.record_visit(
                by=actor,
                persons=[self.child.id],
                seen=[self.child.id],
                alone="yes",
                sections={},
                next_time="",
                happened_at=timezone.now() - timedelta(days=days_ago),
                covert=covert,
            )

    def tell(self, matter: UUID, to: Person) -> None:
        by = make.actor(self.lead)
        with acting(by):
            tell_what_is_due(
                by=by,
                persons=[self.child.id],
                matter=matter,
                reader=to.id,
                prepared=True,
                how_prepared="Together.",
            )

    def release_by_a_fault(self, matter: UUID, to: Person) -> None:
        Release.objects.using(make.OWNER).create(
            reader=to, kind="duty", item=matter, prepared=True, how_prepared="x", released_at=timezone.now()
        )

    def concern(self, days_ago: int = 0) -> UUID:
        by = make.actor(self.lead)
        with acting(by):
            return actions.start_not_yet_told(
                by=by,
                persons=[self.child.id, self.mum.id],
                reason="Police ask.",
                since=timezone.now() - timedelta(days=days_ago),
            )

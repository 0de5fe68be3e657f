"""Drafts that somebody left, and the other versions of one that two people wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kith.access.models import Account
from kith.design.dates import LONDON
from kith.story.draft_places import goes_on_at, name_of
from kith.story.models import Draft
from kith.story.sealing import open_fields


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in a list: no words of it."""

    id: UUID
    person: UUID
    form: str
    saved_at: datetime
    by: str
    mine: bool

    @property
    def title(self) -> str:
        return name_of(self.form)

    @property
    def href(self) -> str:
        return goes_on_at(self.form, self.person, self.id)


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft with its words. `fields`: each name with its values, as typed."""

    id: UUID
    person: UUID
    form: str
    fields: dict[str, list[str]]
    revision: int
    saved_at: datetime
    by: str
    shared_with: tuple[UUID, ...]

    @property
    def clock(self) -> str:
        """When it was saved, as the page's script says it too: `14:02`."""
        return f"{self.saved_at.astimezone(LONDON):%H:%M}"


def drafts_of(account: UUID, person: Sequence[UUID] = (), form: str = "") -> list[DraftLine]:
    """The drafts that this account writes on, newest first; of one person, of one form. Two queries."""
    found = Draft.objects.filter(Q(account_id=account) | Q(shared_with__contains=[account]))
    if person:
        found = found.filter(person_id__in=person)
    if form:
        found = found.filter(form=form)
    rows = list(found.order_by("-saved_at"))
    savers = _savers(rows)
    return [
        DraftLine(
            each.id,
            each.person_id,
            each.form,
            each.saved_at,
            savers.get(each.recorded_by, ""),
            each.account_id == account,
        )
        for each in rows
    ]


def draft_text(draft: UUID) -> DraftText | None:
    """A draft that the reader writes on, or None. Two queries."""
    found = Draft.objects.filter(id=draft).first()
    return None if found is None else _text(found, _savers([found]))


def other_versions(draft: UUID) -> list[DraftText]:
    """What others, or another tab, wrote at the same time, newest first. Three queries."""
    mine = Draft.objects.filter(id=draft).values_list("split_from_id", flat=True).first()
    root = mine or draft
    rows = list(
        Draft.objects.filter(Q(id=root) | Q(split_from_id=root)).exclude(id=draft).order_by("-saved_at")
    )
    savers = _savers(rows)
    return [_text(each, savers) for each in rows]


def _text(found: Draft, savers: dict[UUID | None, str]) -> DraftText:
    return DraftText(
        id=found.id,
        person=found.person_id,
        form=found.form,
        fields=open_fields(found.id, bytes(found.sealed)),
        revision=found.revision,
        saved_at=found.saved_at,
        by=savers.get(found.recorded_by, ""),
        shared_with=tuple(found.shared_with),
    )


def _savers(drafts: Sequence[Draft]) -> dict[UUID | None, str]:
    accounts = {each.recorded_by for each in drafts if each.recorded_by}
    return dict(Account.objects.filter(id__in=accounts).values_list("id", "display_name")) if accounts else {}

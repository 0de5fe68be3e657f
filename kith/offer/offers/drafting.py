"""An offer as its writers see it, and the document that a version is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kith.design.reading_age import age_to_read
from kith.offer.models import (
    Asked,
    OfferAsking,
    OfferDraft,
    OfferKind,
    OfferPromise,
    OfferSection,
    OfferVersion,
)
from kith.offer.offers.headings import LAW, headings


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of a draft. `age`: the age at which most can read it; None where nothing is written."""

    code: str
    name: str
    asks: str
    law: bool
    written: bool
    age: int | None
    easy: bool
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """One offer on the desk."""

    kind: str
    name: str
    law: str
    parts: tuple[Part, ...]
    promises: tuple[OfferPromise, ...]
    asked: tuple[OfferAsking, ...]
    not_asked: tuple[tuple[str, str], ...]
    phone: str
    hours: str
    call_words: str
    versions: tuple[tuple[int, date, str], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the headings that the law asks for and of which nothing is written."""
        return tuple(each.name for each in self.parts if each.law and not each.written)

    @property
    def unanswered(self) -> int:
        """How often people were asked and nobody has written what was done about it."""
        return sum(not each.did for each in self.asked)


def drafted(kind: str) -> Drafted:
    """An offer as it is being written. Five statements."""
    draft = OfferDraft.objects.filter(kind=kind).first()
    held = {each.code: each for each in OfferSection.objects.filter(draft__kind=kind)}
    asked = tuple(OfferAsking.objects.filter(kind=kind, version=None).order_by("on", "id"))
    return Drafted(
        kind=kind,
        name=str(OfferKind(kind).label),
        law=LAW[OfferKind(kind)],
        parts=tuple(
            _part(each.code, each.name, each.asks, each.law, held.get(each.code)) for each in headings(kind)
        ),
        promises=tuple(OfferPromise.objects.filter(draft__kind=kind).order_by("heading", "name", "id")),
        asked=asked,
        not_asked=not_asked(asked),
        phone=draft.phone if draft else "",
        hours=draft.hours if draft else "",
        call_words=draft.call_words if draft else "",
        versions=tuple(
            OfferVersion.objects.filter(kind=kind)
            .order_by("-number")
            .values_list("number", "starts_on", "document__changed")
        ),
    )


def not_asked(asked: Sequence[OfferAsking]) -> tuple[tuple[str, str], ...]:
    """Groups of whom nobody was asked since the last version: code and name."""
    groups = {each.group for each in asked}
    return tuple((code, str(name)) for code, name in Asked.choices if code not in groups)


def document_of(draft: OfferDraft, *, changed: str, reasons: dict[str, str]) -> dict[str, Any]:
    """What everybody will read, of the draft as it is. Three statements."""
    asked = list(OfferAsking.objects.filter(kind=draft.kind, version=None).order_by("on", "id"))
    return {
        "sections": [
            {"code": each.code, "words": each.words, "easy": each.easy, "other": each.other}
            for each in draft.sections.order_by("code")
            if each.words
        ],
        "promises": [_promise(each) for each in draft.promises.order_by("heading", "name", "id")],
        "call": {"phone": draft.phone, "hours": draft.hours, "words": draft.call_words},
        "changed": changed,
        "asked": [
            {
                "group": each.group, "way": each.way, "on": each.on.isoformat(), "people": each.people,
                "said": each.said, "did": each.did,
            }
            for each in asked
        ],
        "not_asked": [{"group": group, "why": reasons[group]} for group, _ in not_asked(asked)],
    }  # fmt: skip


def _promise(each: OfferPromise) -> dict[str, Any]:
    return {
        "id": str(each.id), "name": each.name, "says": each.says, "heading": each.heading, "care": each.care,
        "youngest": each.youngest, "oldest": each.oldest, "decided": each.decided,
        "starts_on": each.starts_on.isoformat() if each.starts_on else None,
        "ends_on": each.ends_on.isoformat() if each.ends_on else None,
    }  # fmt: skip


def _part(code: str, name: str, asks: str, law: bool, held: OfferSection | None) -> Part:
    words = held.words if held else ""
    languages = tuple(sorted(each for each, text in held.other.items() if text)) if held else ()
    return Part(code, name, asks, law, bool(words), age_to_read(words), bool(held and held.easy), languages)


def the_promise(kind: str, promise: UUID) -> OfferPromise | None:
    """One promise of an offer's draft."""
    return OfferPromise.objects.filter(id=promise, draft__kind=kind).first()

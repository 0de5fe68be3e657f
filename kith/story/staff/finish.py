"""A filled form becomes an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from kith.core.actor import Actor
from kith.story import actions
from kith.story.forms import StoryForm, VisitForm
from kith.story.marks import Marked


def finish(by: Actor, kind: str, form: StoryForm, draft: UUID | None) -> UUID:
    """Write what a valid form holds; the id of the event. The draft that it came from goes."""
    given = form.cleaned_data
    common: dict[str, Any] = {
        "by": by,
        "persons": form.persons,
        "happened_at": form.happened_at,
        "covert": form.covert,
        "draft": draft,
    }
    whose = next(iter(form.about.values()), "")
    if kind == "words":
        text = form.with_mark("their_words", whose)
        return actions.write_own_words(text=text, whose=whose, private=given["private"], **common)
    common["all_day"] = form.all_day
    if kind == "note":
        return actions.write_note(title=given["title"], text=form.with_mark("text"), **common)
    common |= {"sections": sections(form, whose), "next_time": given["next_time"]}
    if isinstance(form, VisitForm):
        return actions.record_visit(
            seen=form.were_seen,
            alone=given["alone"],
            why_not_alone=given["why_not_alone"],
            nobody=form.nobody,
            **common,
        )
    if kind == "call":
        return actions.record_call(with_whom=given["with_whom"], **common)
    return actions.record_meeting(who_came=given["who_came"], **common)


def sections(form: StoryForm, whose: str) -> dict[str, Sequence[Marked]]:
    """The parts of the text that were filled in, in the form's order."""
    return {
        name: _their_words(form, whose) if name == "their_words" else form.with_mark(name)
        for name in form.text_fields
    }


def _their_words(form: StoryForm, whose: str) -> list[Marked]:
    """Words of the one who was seen stay that one's: sharing a visit with a brother does not share them."""
    seen = form.were_seen if isinstance(form, VisitForm) else []
    if len(form.persons) == 1:
        return form.with_mark("their_words", whose)
    if len(seen) != 1:
        return form.with_mark("their_words")
    spoke = seen[0]
    found = form.with_mark("their_words", form.people.get(spoke, ""))
    return [each if each.person else replace(each, person=spoke) for each in found]

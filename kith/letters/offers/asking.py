"""The letter by which a family asks the council for what it can have. Made of what was chosen; it names nobody."""

from __future__ import annotations

from datetime import date

from django.utils import translation

from kith.design.language import ENGLISH
from kith.letters.laid_out import Paper
from kith.letters.parts import Part, facts, heading, parts_of, points, text
from kith.offer.models import OfferKind
from kith.offer.offers.choices import LEAVERS, offer_of
from kith.offer.offers.personal import Answers, Yours, worked_out
from kith.offer.offers.published import Offer

BLANK = "_" * 34
_I = {
    "family": "I look after a child of my family or of friends. There is no court order.",
    "foster": "I look after a child who is in care. The council placed the child with me.",
    "sgo": "I am a child’s special guardian.",
    "cao": "I look after a child. A court said that the child lives with me.",
    "asking": "I look after a child, or want to. I am asking a court, or may ask.",
    "unsure": "I look after a child who is not my own. Please help me find out which kind of care this is.",
    "in_care": "I am 16 or 17 and in care.",
    "left": "I was in care, and have left.",
}


def letter_of(answers: Answers, offer: Offer | None, day: date) -> Paper:
    """The letter, in English, with room for a name, an address and the child’s name by hand."""
    with translation.override(ENGLISH):
        found = worked_out(answers, offer.promises if offer else (), day)
    team = "The team for care leavers" if answers.care in LEAVERS else "The team for kinship families"
    return Paper(
        council=f"My name: {BLANK}",
        phone=f"How to reach me safely: {BLANK}",
        to=(team,),
        on=day,
        reference="",
        subject="Please tell me what help I can have",
        parts=tuple(_parts(answers, found, offer)),
    )


def offer_on_paper(offer: Offer) -> Paper:
    """A whole offer, to print and hand over."""
    parts: list[Part] = []
    for section in offer.sections:
        parts += [heading(section.name), *parts_of(section.words)]
        parts += [
            text(f"{each.name}\n{each.says}") for each in offer.promises if each.heading == section.code
        ]
    parts += [
        heading("Ring us"),
        text("\n".join(filter(None, [offer.phone, offer.call_words, offer.hours, "Not on bank holidays."]))),
        text(f"Version {offer.number}. The law: {offer.law}."),
    ]
    return Paper(
        council="", phone=offer.phone, to=(), on=offer.starts_on, reference="",
        subject=f"Our offer: {OfferKind(offer.kind).label}", parts=tuple(parts),
    )  # fmt: skip


def _parts(answers: Answers, found: Yours, offer: Offer | None) -> list[Part]:
    about = "My date of birth" if answers.care in LEAVERS else "The child’s name and date of birth"
    parts = [text(_I[answers.care]), facts([(about, BLANK)])]
    if found.now:
        parts.append(text("I read that I can have this. Please tell me how I get it, and from when:"))
        parts += [points(f"{each.name}. {_by(each.status)}: {each.law}." for each in found.now)]
    parts += [
        text(
            "Please answer me in writing. If you say no to any of it, please tell me why, and how I can complain."
        ),
        text(f"Signed: {BLANK}"),
    ]
    if offer is not None:
        parts.append(
            text(f"From your offer “{OfferKind(offer_of(answers.care)).label}”, version {offer.number}.")
        )
    return parts


def _by(status: str) -> str:
    return {"local": "Your own promise", "guidance": "Guidance"}.get(status, "The law")

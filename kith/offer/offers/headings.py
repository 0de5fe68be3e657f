"""The headings of each offer: those that the law sets, and those that we ask for beyond it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kith.offer.models import OfferKind

LAW = {
    OfferKind.KINSHIP: "Children Act 1989, section 22H",
    OfferKind.LEAVERS: "Children and Social Work Act 2017, section 2",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: what belongs under it, and whether the statute asks for it."""

    code: str
    name: str
    asks: str
    law: bool


@cache
def headings(kind: str) -> tuple[Heading, ...]:
    """Those of an offer, in the order in which it is read."""
    text = (files("kith.offer.offers") / "data" / "headings.toml").read_text(encoding="utf-8")
    return tuple(
        Heading(each["code"], each["name"], each["asks"], each["law"])
        for each in tomllib.loads(text)["heading"]
        if each["offer"] == kind
    )


def heading(kind: str, code: str) -> Heading | None:
    """One of them; None where there is none such."""
    return next((each for each in headings(kind) if each.code == code), None)

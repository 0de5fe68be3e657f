"""The needs by which services are found: a short list of our own, published as a taxonomy of Open Referral UK."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from uuid import UUID, uuid5

SPACE = UUID("8c1f4b52-6a58-4b0e-9f57-2f0b5a0f7d11")


@dataclass(frozen=True, slots=True)
class Term:
    """One need: our code, its words, its lasting id, and words of other lists that mean the same."""

    code: str
    name: str
    id: UUID
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The list as a whole."""

    id: UUID
    code: str
    name: str
    description: str
    terms: tuple[Term, ...]


@cache
def taxonomy() -> Taxonomy:
    """The list of kith/offer/data/terms.toml."""
    read = tomllib.loads((files("kith.offer") / "data" / "terms.toml").read_text(encoding="utf-8"))
    code = read["taxonomy"]
    terms = tuple(
        Term(each["code"], each["name"], uuid5(SPACE, f"{code}/{each['code']}"), tuple(each["also"]))
        for each in read["term"]
    )
    return Taxonomy(uuid5(SPACE, code), code, read["name"], read["description"], terms)


@cache
def by_code() -> dict[str, Term]:
    """Each need by its code."""
    return {each.code: each for each in taxonomy().terms}


@cache
def by_id() -> dict[UUID, Term]:
    """Each need by its id."""
    return {each.id: each for each in taxonomy().terms}


@cache
def _by_word() -> dict[str, str]:
    words = {word: each.code for each in taxonomy().terms for word in each.also}
    return words | {each.name.lower(): each.code for each in taxonomy().terms}


def need_called(word: str) -> str | None:
    """The code of the need that another list calls by this word; None where ours has none such."""
    return _by_word().get(" ".join(word.lower().split()))

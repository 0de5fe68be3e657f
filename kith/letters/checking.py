"""The check before anything leaves: this goes to ..., at ..., it contains ...; and what stops it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kith.access.apart import told
from kith.access.models import Account
from kith.letters.facts import apart, found_of
from kith.letters.laid_out import Paper, paper
from kith.letters.models import ForWhom, Letter
from kith.letters.parts import words_in
from kith.letters.reaching import Reached
from kith.letters.sheets.readers import stops_for
from kith.people.page_queries import who
from kith.story.queries.names import may_be_readers
from kith.story.queries.parts import LABEL_NAMES

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w-])(?:\+44|0)[\d ]{8,13}\d\b")
EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"\b\d{{1,2}} (?:{MONTHS})\b", re.IGNORECASE)
NOT_TOLD = "Part of this comes from something the family is not told of yet. First record who was told what, and when."

SAID_NO = (
    "Somebody whose own words are in this now says: not at all. It cannot leave. Change it without their words,"
    " and tell them that you did."
)
SAID_OTHERWISE = (
    "Somebody whose own words are in this now says: yes, but in your words. It cannot leave as it is."
    " Change it, in your own words."
)


@dataclass(frozen=True, slots=True)
class Check:
    """What the worker reads before they say yes. `stops`: why it cannot leave; empty where it may."""

    to: str
    also: tuple[str, ...]
    reached: Reached
    contains: tuple[str, ...]
    stops: str


def check(letter: Letter, reached: Reached, *, by: UUID) -> Check:
    """The check of one letter by one way. At most twelve queries."""
    laid = paper(letter, goes_to=reached.goes_to)
    # To somebody of the family a letter goes by their own name; all others of them get a copy.
    family, known = letter.for_whom == ForWhom.FAMILY, who(letter.readers)
    also = tuple(
        known[each].name for each in (letter.readers[1:] if family else letter.readers) if each in known
    )
    return Check(
        letter.to_name, also, reached, tuple(contains(letter)), stops(letter, laid, reached.goes_to, by=by)
    )


def contains(letter: Letter) -> list[str]:
    """What the words of the letter itself hold, in words for the worker; the address on it is not counted."""
    words = "\n".join(words_in(letter.content[1:]))
    said = f"{letter.subject}\n{words}"
    spoken = {each.lower() for each in re.findall(r"[^\W\d_]+", said)}
    kin = who(may_be_readers([letter.person_id]))
    names = [each.name for each in kin.values() if each.named and each.name.split(" ")[0].lower() in spoken]
    kept = [str(LABEL_NAMES[bit]) for bit in LABEL_NAMES if bit > 1 and letter.labels & bit]
    found = [
        ("Names", names),
        ("Days", DAY.findall(said)),
        ("Postcodes", POSTCODE.findall(said)),
        ("Phone numbers", NUMBER.findall(said)),
        ("Email addresses", EMAIL.findall(said)),
        ("Words kept apart on the record", kept),
    ]
    lines = [f"{what}: {', '.join(dict.fromkeys(each))}"[:300] for what, each in found if each]
    return [f"{len(words.split())} words, from “{letter.subject}”"[:300], *lines]


def stops(letter: Letter, laid: Paper, goes_to: str, *, by: UUID) -> str:
    """Why it cannot leave now, for the worker alone; empty where it may. Asked again each time that it would."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT letters_told(%s::uuid[])", [list(letter.made_of)])
        if not cursor.fetchone()[0]:
            return NOT_TOLD
        cursor.execute("SELECT answer FROM letters_words_stop(%s) ORDER BY answer", [letter.id])
        if refused := cursor.fetchone():
            return SAID_NO if refused[0] == "no" else SAID_OTHERWISE
    if found := found_of(letter.person_id, letter.readers, goes_to, laid.words()):
        return told(found)
    if refused := stops_for(letter.person_id, letter.readers, letter.content):
        return refused
    if apart(letter.person_id, letter.readers) and (
        found := _of_the_worker(laid.words(), [by, letter.recorded_by])
    ):
        return told(found)
    return ""


def _of_the_worker(words: Sequence[str], accounts: Sequence[UUID | None]) -> list[tuple[str, str]]:
    """A worker's own number, team or office in words for somebody kept apart, though they know the worker."""
    said = _bare("\n".join(words))
    found = []
    for each in Account.objects.filter(id__in=[one for one in accounts if one]).select_related("team"):
        team = each.team
        tells = [("a worker’s number", each.phone)]
        tells += [("a team", team.name), ("a team’s number", team.duty_number)] if team else []
        found += [(what, piece) for what, piece in tells if len(_bare(piece)) >= 5 and _bare(piece) in said]
    return list(dict.fromkeys(found))


def _bare(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalnum())

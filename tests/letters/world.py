"""The plan's street, where the mother and the children moved from the father, who may not know where."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from pypdf import PdfReader

from kith.access.family_accounts.actions import ask_in_private
from kith.access.models import Account
from kith.access.models.own_page import SeenBy
from kith.core.acting import acting
from kith.design.dates import today
from kith.letters import actions
from kith.letters.actions.keeping import Worded
from kith.letters.models import Letter, Sending
from kith.letters.reaching import ways_to
from kith.people.models import Address, ContactPoint, MayKnow, Person
from tests.plan.street import Street
from tests.support import make

SAFE_STREET = "14 Quillon Row"
SAFE_CODE = "ZZ9 4QX"
SCHOOL = "Marrowby Primary"
HER_NUMBER = "07700 900414"
COUNCIL = "0808 157 0142"


class Apart(Street):
    def __init__(self) -> None:
        super().__init__()
        self.lead.phone = "01632 960733"
        self.lead.save(using=make.OWNER)
        self.team.duty_number = "01632 960700"
        self.team.save(using=make.OWNER)
        for each in (self.mum, self.child, self.brother):
            make.home(each, SAFE_STREET, SAFE_CODE)
        make.home(self.dad, "2 Lower Lane", "ZZ3 1AA")
        Address.objects.using(make.OWNER).create(
            person=self.child, kind="school", lines=SCHOOL, during=make.always()
        )
        ContactPoint.objects.using(make.OWNER).create(
            person=self.mum, channel="phone", value=HER_NUMBER, safety="safe", during=make.always()
        )

    def keep_apart(self) -> None:
        MayKnow.objects.using(make.OWNER).create(
            person=self.mum, other=self.dad, may=False, reason="He hurt her.", during=make.always()
        )

    def says_who_sees_it(self, asked_on: date | None = None, **seen: str) -> None:
        """What the mother answers, alone, of her phone, email and post."""
        said = {"phone": "alone", "email": "alone", "post": "alone"} | seen
        with acting(make.actor(self.lead)):
            ask_in_private(
                by=make.actor(self.lead), person=self.mum.id, asked_on=asked_on or today(), where_asked="At the surgery.",
                alone=True, words="", **{way: SeenBy(each) for way, each in said.items()},
            )  # fmt: skip

    def refuge_worker(self) -> Account:
        """Works with the mother alone."""
        account = make.account("social_worker", display_name="Ingrid Vossler", phone="01632 960811")
        for each in (self.mum, self.child):
            make.involved(account, each, role="social_worker")
        return account

    def letter(
        self, words: str = "We met.", to: Person | None = None, *, by: Account | None = None, **more: Any
    ) -> Letter:
        account, reader = by or self.lead, to or self.dad
        worded = Worded(
            for_whom=more.pop("for_whom", "family"), to_name=more.pop("to_name", "Rhys Example"), typed=words,
            subject=more.pop("subject", "A letter for you"), readers=more.pop("readers", [reader.id]), **more,
        )  # fmt: skip
        with acting(make.actor(account)):
            return actions.keep(by=make.actor(account), persons=[self.child.id], worded=worded)

    def send(self, letter: Letter, *, by: Account | None = None, way: str = "hand") -> Sending:
        account = by or self.lead
        with acting(make.actor(account)):
            reached = {each.way: each for each in ways_to(letter.readers[:1])}[way]
            return actions.send(by=make.actor(account), letter=letter.id, reached=reached)


def address(street: Street, letter: UUID, rest: str = "") -> str:
    return f"/people/{street.child.id}/letters/{letter}/{rest}"


def all_in_pdf(made: bytes) -> str:
    """Words, metadata and every readable run of bytes of a PDF, streams opened."""
    read = PdfReader(io.BytesIO(made))
    streams = [each.get_object() for each in _objects(read)]
    opened = [each.get_data().decode("latin-1") for each in streams if hasattr(each, "get_data")]
    about = [str(read.metadata), *(page.extract_text() for page in read.pages)]
    return "\n".join([*about, *opened, made.decode("latin-1")])


def _objects(read: PdfReader) -> Sequence[Any]:
    return [read.get_object(number) for number in range(1, len(read.xref[0]) + len(read.xref_objStm) + 1)]


def all_in_docx(made: bytes) -> str:
    """Every part of the archive, their names and their days, and the words without marks between them."""
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        parts = {each.filename: held.read(each).decode("utf-8", "replace") for each in held.infolist()}
        days = [str(each.date_time) for each in held.infolist()]
    bare = [re.sub(r"<[^>]+>", " ", each) for each in parts.values()]
    return "\n".join([*parts, *parts.values(), *bare, *days])

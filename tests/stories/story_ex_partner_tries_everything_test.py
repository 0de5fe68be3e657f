"""A man from whom they fled has got hold of every address: from her phone's history, and from a worker's screen.

A photograph, taken in their new garden, is on the children's story; one that was taken at his own contact centre is
released to him. He signs in and tries each page, file and letter that she can open, and each that their lead can open,
one after the other, and then every way to send something there. What is hers answers as if nobody were there; what is his
holds nothing of them: not in the page, its title, the name of the file, the picture's own hidden facts, or what the
server says around it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

from kith.access.models import Release
from kith.core.acting import acting
from kith.people.models import Person
from kith.story import actions
from kith.story.models import Document
from tests.stories.conftest import Sit
from tests.stories.story_the_hostile_parent_test import HERS, HIS, Flight, account, tells
from tests.support import make
from tests.support.visit import signed_in
from tests.walk.rounds import go_round
from tests.walk.routes import every_route

pytestmark = pytest.mark.database
LEAD = "lead@kithshire.example"
PLACE = b"51 deg 30' N Heronsgarth garden"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def a_photograph(note: bytes = PLACE) -> bytes:
    """A JPEG of one point with a comment and Exif that say where it was taken."""
    plain = base64.b64decode(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////"
        "////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAAR"
        "CAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAA"
        "AP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AL+AAf/Z"
    )

    def segment(marker: int, body: bytes) -> bytes:
        return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body

    return plain[:2] + segment(0xE1, b"Exif\0\0" + note) + segment(0xFE, note) + plain[2:]


class Stolen(Flight):
    """Their world, a photograph of each of them, and what he may try with."""

    def __init__(self) -> None:
        super().__init__()
        self.hers, self.lead = account(HERS), account(LEAD)
        self.theirs = self.pictured(next(each for each in self.people if each != self.him), "garden.jpg")
        his = account(HIS)
        self.his_own = self.pictured(self.him, "us-two.jpg", by_whom=self.his_worker())
        for kind, item in (("event", self.his_own.event_id), ("document", self.his_own.id)):
            Release.objects.using(make.OWNER).create(
                reader=Person.objects.using(make.OWNER).get(id=self.him), kind=kind, item=item,
                prepared=True, how_prepared="We looked at it together.", released_at=self.his_own.recorded_at,
            )  # fmt: skip
        self.he = signed_in(his)

    def his_worker(self) -> object:
        from kith.access.models import Involvement

        held = Involvement.objects.using(make.OWNER).filter(person_id=self.him, role="family_support").first()
        assert held is not None
        return held.account

    def pictured(self, whom: UUID, name: str, by_whom: object = None) -> Document:
        worker = by_whom or self.lead
        with acting(by := make.actor(worker)):  # type: ignore[arg-type]
            made = actions.add_document(by=by, content=[a_photograph()], name=name, persons=[whom])
        return Document.objects.using(make.OWNER).get(id=made)


@pytest.fixture
def stolen(house: str) -> Stolen:
    return Stolen()


def every_link(client: Client, *start: str) -> list[str]:
    """Each address that somebody comes to from there, and each that its pages lead to: pages, files and letters."""
    found = go_round(client, start)
    links = {
        urlsplit(link)._replace(fragment="").geturl()
        for html in found.pages.values()
        for link in re.findall(r'(?:href|src|action)="(/[^"]+)"', html)
    }
    leads_out = re.compile(r"^/(static|sign-out|sign-in|my-account|language$)")
    return sorted(
        {*found.pages, *(each.replace("&amp;", "&") for each in links if not leads_out.match(each))}
    )


def around_it(answer: HttpResponse) -> str:
    """What the server says beside the page, but for what is new each time."""
    return " ".join(f"{name}: {value}" for name, value in answer.items() if name != "Set-Cookie")


def body_of(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def nothing_there(stolen: Stolen, address: str) -> tuple[int, int]:
    shape = f"/my/story/{UUID(int=7)}/" if address.startswith("/my/") else f"/people/{UUID(int=7)}/"
    answer = stolen.he.get(shape)
    return answer.status_code, len(answer.content)


def test_each_page_file_and_letter_of_hers_and_of_their_lead_is_tried(stolen: Stolen, sit: Sit) -> None:
    hers = every_link(signed_in(stolen.hers), "/my/")
    start = ["/", *(f"/people/{each}/" for each in stolen.people if each != stolen.him)]
    leads = every_link(signed_in(stolen.lead), *start, f"/people/{stolen.theirs.event_id}/")
    assert len(hers) > 15
    assert len(leads) > 60
    assert any("documents" in each for each in leads)
    him = sit(account(HIS))
    for address in hers:
        him.page.goto(f"{him.site}{address}")
        said = him.page.content() + him.page.title()
        assert not tells(said, stolen), address
        for secret in ("Heronsgarth", "garden.jpg"):
            assert secret not in said, address
    him.complaints.clear()
    for address in {*hers, *leads}:
        answer = stolen.he.get(address)
        said = body_of(answer).decode(errors="ignore") + around_it(answer)
        assert not tells(said, stolen), address
        if ID.search(address) and str(stolen.his_own.event_id) not in address and address in leads:
            assert answer.status_code in {302, 404, 405}, address


def test_their_photograph_is_not_there_and_his_own_says_nowhere_where_it_was_taken(stolen: Stolen) -> None:
    theirs, own = stolen.theirs, stolen.his_own
    for address in (
        f"/my/story/{theirs.event_id}/documents/{theirs.id}/",
        f"/my/story/{own.event_id}/documents/{theirs.id}/",
        f"/people/{stolen.him}/story/{theirs.event_id}/documents/{theirs.id}/",
    ):
        answer = stolen.he.get(address)
        assert (answer.status_code, len(answer.content)) == nothing_there(stolen, address), address
    his = stolen.he.get(f"/my/story/{own.event_id}/documents/{own.id}/")
    assert his.status_code == 200
    picture = body_of(his)
    assert picture.startswith(b"\xff\xd8")
    for hidden in (b"Heronsgarth", b"Exif", b"51 deg"):
        assert hidden not in picture
        assert hidden.decode() not in around_it(his)


def ids_of_theirs(stolen: Stolen) -> Iterator[UUID]:
    """The id of each row of theirs in tables that addresses speak of, whatever the address calls it."""
    from kith.access.models import Involvement
    from kith.people.models import Family, FamilyMember
    from kith.plan.models import Goal, Plan, Step
    from kith.story.models import Event

    others = [each for each in stolen.people if each != stolen.him]
    families = list(
        FamilyMember.objects.using(make.OWNER)
        .filter(person_id__in=others)
        .values_list("family_id", flat=True)
    )
    yield from Family.objects.using(make.OWNER).filter(id__in=families).values_list("id", flat=True)
    yield from (
        Involvement.objects.using(make.OWNER).filter(person_id__in=others).values_list("id", flat=True)[:3]
    )
    for model in (Plan, Goal, Step):
        yield from model.objects.using(make.OWNER).values_list("id", flat=True)[:2]
    yield from (
        Event.objects.using(make.OWNER).filter(about__person_id__in=others).values_list("id", flat=True)[:2]
    )
    yield from (stolen.theirs.id, others[0])


def test_no_id_of_theirs_put_into_any_address_is_answered_otherwise_than_nothing(stolen: Stolen) -> None:
    ids = list(dict.fromkeys(ids_of_theirs(stolen)))
    assert len(ids) > 8
    tried = 0
    for route in every_route():
        kinds = route.parameters
        if "uuid" not in kinds.values():
            continue
        for each in ids:
            filled = {name: each if kind == "uuid" else "note" for name, kind in kinds.items()}
            filled |= {name: 1 for name, kind in kinds.items() if kind == "int"}
            address = route.at(filled)
            for answer in (stolen.he.get(address), stolen.he.post(address, {"words": "x", "do": "finish"})):
                tried += 1
                said = body_of(answer).decode(errors="ignore") + around_it(answer)
                assert not tells(said, stolen), address
                if answer.status_code == 200:
                    # What is asked of nobody's id is answered in the same words.
                    nobody = stolen.he.get(address.replace(str(each), str(UUID(int=7))))
                    assert answer.content == nobody.content, address
                else:
                    assert answer.status_code in {302, 403, 404, 405}, (address, answer.status_code)
    assert tried > 1000

"""A worker's photograph: their own choice, clean of place and camera, seen by whom they were named to, or not at all."""

from __future__ import annotations

import struct

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from kith.access.models import Account, Involvement, Photograph, Release
from kith.access.photographs.actions import clean_picture
from kith.core.acting import acting
from kith.core.files import FileRefusedError
from kith.people.actions import rule_who_may_know
from kith.people.models import Person
from tests.access.tries import reads, tries
from tests.plan.street import Street
from tests.support import make
from tests.support.visit import signed_in, words_of


def jpeg(wide: int = 40, high: int = 30, *, behind: bytes = b"") -> bytes:
    """A picture by its marks, with place and words in it."""
    exif = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00" + b"51.5074 secret place"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, high, wide, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"pix\xff\x00els\xff\xd0more" + b"\xff\xd9"
    return (
        b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xfe\x00\x06note" + frame + scan + behind
    )  # fmt: skip


def test_place_words_and_what_was_put_behind_the_picture_are_taken_out() -> None:
    media_type, clean = clean_picture(jpeg(behind=b"FILM with a place"), name="me.jpg", declared="image/jpeg")
    assert media_type == "image/jpeg"
    for hidden in (b"secret", b"note", b"FILM"):
        assert hidden not in clean
    assert clean.endswith(b"pix\xff\x00els\xff\xd0more\xff\xd9")


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "me.jpg", "JPEG or PNG"),
        (b"<svg onload='x'>", "me.jpg", "JPEG or PNG"),
        (b"%PDF-1.7 ", "me.jpg", "JPEG or PNG"),
        (jpeg(), "me.png", "named or labelled as something else"),
        (jpeg()[:-2], "me.jpg", "not whole"),
        (jpeg(4001, 10), "me.jpg", "too many points"),
        (jpeg(0, 10), "me.jpg", "too many points"),
        (jpeg() + b"x" * 2**20, "me.jpg", "larger than 1 MB"),
    ],
)
def test_what_is_no_whole_picture_of_a_fair_size_is_refused_in_words(
    content: bytes, name: str, says: str
) -> None:
    with pytest.raises(FileRefusedError, match=says):
        clean_picture(content, name=name, declared="")


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail_but_by_refusing(content: bytes) -> None:
    for begins in (b"\xff\xd8\xff\xe1", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", b"\x89PNG\r\n\x1a\n"):
        try:
            clean_picture(begins + content, name="", declared="")
        except FileRefusedError:
            continue


class Named(Street):
    """The street; Rosa gave her photograph, and was named to the mother, the father and the child."""

    def __init__(self) -> None:
        super().__init__()
        give(signed_in(self.lead))
        for person in (self.mum, self.dad, self.child):
            name_to(self.lead, person, person)

    def keep_apart(self) -> None:
        with acting(make.actor(self.lead)):
            rule_who_may_know(
                by=make.actor(self.lead), person=self.mum.id, other=self.dad.id, may=False, reason="He hurt her.",
                from_on=timezone.localdate(),
            )  # fmt: skip


def give(client: Client) -> None:
    given = SimpleUploadedFile("me.jpg", jpeg(), "image/jpeg")
    assert client.post("/my-account/photograph", {"picture": given}).status_code == 302


def name_to(worker: Account, person: Person, reader: Person) -> None:
    held = Involvement.objects.using(make.OWNER).filter(account=worker, person=person).first()
    Release.objects.using(make.OWNER).create(
        reader=reader, kind="involvement", item=(held or make.involved(worker, person)).id, prepared=True,
        how_prepared="Together.", released_at=timezone.now(),
    )  # fmt: skip


def again(account: Account) -> Client:
    return signed_in(Account.objects.using(make.OWNER).get(id=account.id))


def face(account: Account, of: Account) -> int:
    return again(account).get(f"/photographs/{of.id}").status_code


@pytest.fixture
def street(kith_database: None) -> Named:
    return Named()


@pytest.mark.database
def test_whoever_was_told_of_the_worker_sees_the_face_with_its_words_and_nobody_else(street: Named) -> None:
    page = again(street.mother).get("/my/workers/").content.decode()
    assert f'src="/photographs/{street.lead.id}" alt="Rosa Lindqvist"' in page
    answer = again(street.mother).get(f"/photographs/{street.lead.id}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert b"secret" not in answer.content
    assert "kith-face" in again(street.mother).get("/my/").content.decode()
    assert face(street.sibling, street.lead) == 404
    assert Client().get(f"/photographs/{street.lead.id}").status_code == 302
    assert reads(street.mother, "SELECT account_id FROM access_photograph") == []


@pytest.mark.database
def test_a_device_in_their_hands_shows_only_the_faces_that_they_may_see(street: Named) -> None:
    other = make.account("lead", display_name="Not Named")
    give(signed_in(other))
    client = signed_in(street.lead)
    assert client.get(f"/photographs/{other.id}").status_code == 200
    shown = client.post(f"/people/{street.mum.id}/show/", {"account": str(street.mother.id)})
    assert shown["Location"] == "/showing/"
    assert client.get(f"/photographs/{street.lead.id}").status_code == 200
    assert client.get(f"/photographs/{other.id}").status_code == 404


@pytest.mark.database
def test_a_worker_takes_it_back_and_it_is_gone_from_the_database(street: Named) -> None:
    client = signed_in(street.lead)
    assert "Take it back" in words_of(client.get("/my-account/photograph"))
    assert client.post("/my-account/photograph", {"take_back": "yes"}).status_code == 302
    assert not Photograph.objects.using(make.OWNER).exists()
    assert face(street.mother, street.lead) == face(street.lead, street.lead) == 404
    assert "kith-face" not in again(street.mother).get("/my/workers/").content.decode()


@pytest.mark.database
def test_nobody_gives_a_face_to_another_or_takes_it(street: Named) -> None:
    other = make.account("admin")
    for account in (other, street.mother, street.manager):
        assert not tries(account, "DELETE FROM access_photograph")
        assert not tries(account, "UPDATE access_photograph SET content = 'x'")
        assert not tries(
            account,
            "INSERT INTO access_photograph (account_id, media_type, content, given_at)"
            " VALUES (%s, 'image/png', 'x', now())",
            [street.father.id],
        )
    assert signed_in(street.mother).get("/my-account/photograph").status_code == 404
    picture = SimpleUploadedFile("me.svg", b"<svg/>", "image/svg+xml")
    assert "JPEG or PNG" in words_of(signed_in(other).post("/my-account/photograph", {"picture": picture}))
    assert "Choose a picture" in words_of(signed_in(other).post("/my-account/photograph", {}))


@pytest.mark.database
def test_a_reader_who_wants_no_photographs_gets_none_until_they_say_so(street: Named) -> None:
    client = again(street.mother)
    assert client.post("/my/workers/faces/", {"see": "none"}).status_code == 302
    page = client.get("/my/workers/")
    assert "kith-face" not in page.content.decode()
    assert "Show me photographs again" in words_of(page)
    assert face(street.mother, street.lead) == 404
    assert face(street.young, street.lead) == 200
    client.post("/my/workers/faces/", {"see": "all"})
    assert face(street.mother, street.lead) == 200


@pytest.mark.database
def test_no_face_of_their_worker_nor_of_a_colleague_leads_somebody_kept_apart_to_them(street: Named) -> None:
    colleague, elsewhere = (make.account("lead") for _ in range(2))
    Account.objects.using(make.OWNER).filter(id=colleague.id).update(team=street.team)
    for worker in (colleague, elsewhere):
        give(again(worker))
        name_to(worker, street.dad, street.dad)
    workers = (street.lead, colleague, elsewhere)
    assert [face(street.father, each) for each in workers] == [200, 200, 200]
    street.keep_apart()
    assert [face(street.father, each) for each in workers] == [404, 404, 200]
    page = again(street.father).get("/my/workers/")
    assert page.content.decode().count("kith-face") == 1
    assert "Rosa Lindqvist" in words_of(page)
    assert face(street.mother, street.lead) == 200


@pytest.mark.database
def test_his_page_is_equal_to_the_byte_to_one_whose_worker_gave_no_photograph(street: Named) -> None:
    def page() -> bytes:
        content = again(street.father).get("/my/").content
        return content.split(b"csrfmiddlewaretoken")[0] + content.rsplit(b"csrfmiddlewaretoken")[-1][90:]

    street.keep_apart()
    kept = page()
    Photograph.objects.using(make.OWNER).all().delete()
    assert page() == kept

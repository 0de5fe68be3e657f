"""Files: told by their content, kept locked, given out as attachments with nothing hidden in them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from kith.access.models import Account
from kith.core.files.hidden_facts import without_hidden_facts
from kith.people.models import Person
from kith.story import files
from kith.story.actions.documents import safe_name
from kith.story.files import command_scanner
from kith.story.models import Document, Event
from tests.story.seen import page, signed_in
from tests.support import make


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"tEXt", b"GPS\x0051.5074,-0.1278 secret place")
    + chunk(b"IDAT", zlib.compress(b"\x00\xff"))
    + chunk(b"IEND", b"")
)


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def lead(ada: Person) -> Account:
    account = make.account("lead")
    make.involved(account, ada)
    return account


def give(lead: Account, ada: Person, name: str, content: bytes, declared: str, *, label: int = 1) -> str:
    answer = signed_in(lead).post(
        f"/people/{ada.id}/story/document/",
        {"file": SimpleUploadedFile(name, content, declared), "label": str(label)},
    )
    return "" if answer.status_code == 302 else answer.content.decode()


@pytest.mark.database
def test_a_picture_is_kept_locked_and_leaves_without_its_place(lead: Account, ada: Person) -> None:
    assert give(lead, ada, "../../etc/drawing.png", PNG, "image/png") == ""
    document = Document.objects.using(make.OWNER).get()
    assert document.name == "drawing.png"
    kept = b"".join(f.read_bytes() for f in Path(settings.DATA_DIR, "files").rglob("*") if f.is_file())
    assert b"secret place" not in kept
    assert b"IHDR" not in kept
    address = f"/people/{ada.id}/story/{document.event_id}/documents/{document.id}/"
    answer = signed_in(lead).get(address)
    assert answer["Content-Disposition"] == 'attachment; filename="drawing.png"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "image/png"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert b"secret place" not in answer.content
    assert answer.content.startswith(PNG[:8])
    stranger = make.account("partner")
    assert signed_in(stranger).get(address).status_code == 404


@pytest.mark.database
@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("harmless.png", b"<html><script>alert(1)</script>", "image/png"), "kind of file cannot be taken"),
        (("letter.pdf", PNG, "application/pdf"), "named or labelled as something else"),
        (("drawing.png", b"MZ\x90\x00\x03" + b"\x00" * 200, "image/png"), "kind of file cannot be taken"),
        (("empty.txt", b"", "text/plain"), "empty"),
        (("page.svg", b"<svg onload=alert(1)>", "image/svg+xml"), "kind of file cannot be taken"),
    ],
)
def test_an_upload_that_lies_is_refused_and_nothing_is_written(
    lead: Account, ada: Person, given: tuple[str, bytes, str], says: str
) -> None:
    assert says in give(lead, ada, *given)
    assert Event.objects.using(make.OWNER).count() == 0
    assert Document.objects.using(make.OWNER).count() == 0


@pytest.mark.database
def test_a_file_that_is_too_large_is_refused(
    lead: Account, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITH_FILE_LIMIT_MB", "1")
    files.store.cache_clear()
    assert "larger than 1 MB" in give(lead, ada, "long.txt", b"a" * (2**20 + 1), "text/plain")


@pytest.mark.database
def test_what_the_scanner_finds_is_not_kept(
    lead: Account, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITH_VIRUS_SCAN", "grep -q -v virus")
    files.store.cache_clear()
    assert "may hold a virus" in give(lead, ada, "a.txt", b"a virus", "text/plain")
    assert give(lead, ada, "b.txt", b"nothing bad", "text/plain") == ""


@pytest.mark.database
def test_a_file_has_its_own_label(lead: Account, ada: Person) -> None:
    assert give(lead, ada, "a.txt", b"about the neighbour", "text/plain", label=4) == ""
    school = make.account("school")
    make.involved(school, ada, role="school")
    assert "a.txt" in page(signed_in(lead), f"/people/{ada.id}/story/")
    assert "a.txt" not in page(signed_in(school), f"/people/{ada.id}/story/")


def test_a_scanner_that_fails_is_not_taken_for_clean() -> None:
    with pytest.raises(OSError, match="ended with 3"):
        command_scanner("sh -c 'exit 3'")(iter([b"x"]))


def test_a_photograph_keeps_which_way_up_it_is_and_nothing_else() -> None:
    tiff = b"II*\x00\x08\x00\x00\x00" + struct.pack("<HHHIHHHHII", 2, 0x0112, 3, 1, 6, 0, 0x8825, 4, 1, 99)
    exif = b"Exif\x00\x00" + tiff + b"51.5074 secret place"
    body = b"\xff\xdb\x00\x04ab" + b"\xff\xda\x00\x02pixels\xff\xd9"
    photo = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + b"\xff\xfe\x00\x06note" + body
    cleaned = without_hidden_facts(photo, "image/jpeg")
    assert b"secret place" not in cleaned
    assert b"note" not in cleaned
    assert struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) in cleaned
    assert cleaned.endswith(body)


def test_what_a_phone_puts_behind_a_photograph_and_facts_that_cannot_be_read_go_too() -> None:
    body = b"\xff\xdb\x00\x04ab" + b"\xff\xda\x00\x02pixels\xff\xd9"
    second = b"\xff\xd8\xff\xe1\x00\x16Exif\x00\x00second place" + body
    # Its list of facts is said to begin past its end.
    broken = b"Exif\x00\x00II*\x00\xff\xff\x00\x00broken place"
    photo = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(broken) + 2) + broken + body + second
    assert without_hidden_facts(photo, "image/jpeg") == b"\xff\xd8" + body


@given(st.binary(max_size=300), st.sampled_from(["image/jpeg", "image/png", "image/webp"]))
def test_taking_out_hidden_facts_never_fails(content: bytes, kind: str) -> None:
    assert isinstance(without_hidden_facts(content, kind), bytes)


@given(st.text())
def test_a_file_name_never_climbs_out_or_turns_round(name: str) -> None:
    made = safe_name(name)
    assert made
    assert len(made) <= 180
    assert not set(made) & set('/\\\u202e\x00\n"<>')
    assert made not in {".", ".."}

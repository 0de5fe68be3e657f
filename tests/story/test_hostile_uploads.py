"""Files that are two things at once, that unfold without end, with names that lie, and a disk that is full."""

from __future__ import annotations

import errno
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kith.access.models import Account
from kith.people.models import Person
from kith.story import files
from kith.story.models import Document, Draft, Event
from tests.story.seen import signed_in
from tests.story.test_story_documents import PNG
from tests.support import make

pytestmark = pytest.mark.database
SCRIPT = b"<html><script>alert(1)</script></html>"


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def lead(ada: Person) -> Account:
    account = make.account("lead")
    make.involved(account, ada)
    return account


def zipped(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(more: bytes = b"") -> bytes:
    return zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>" + more})


def give(account: Account, ada: Person, name: str, content: bytes, declared: str = "") -> Any:
    client = signed_in(account)
    client.raise_request_exception = False
    file = SimpleUploadedFile(name, content, declared)
    file.name = name  # past the tidying that the test's own side does
    return client.post(f"/people/{ada.id}/story/document/", {"file": file, "label": "1"})


def kept_files() -> list[Path]:
    return [each for each in Path(settings.DATA_DIR, "files").rglob("*") if each.is_file()]


@pytest.mark.parametrize(
    ("name", "content", "declared"),
    [
        ("a.pdf", b"%PDF-1.7\n" + SCRIPT, "application/pdf"),
        ("a.png", PNG + SCRIPT, "image/png"),
        (
            "a.jpg",
            b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + zipped(a=SCRIPT),
            "image/jpeg",
        ),
        ("a.docx", word(b"\x00" * 100_000_000), ""),
    ],
)
def test_a_file_that_is_two_things_leaves_as_one_that_no_browser_opens(
    lead: Account, ada: Person, name: str, content: bytes, declared: str
) -> None:
    assert give(lead, ada, name, content, declared).status_code == 302
    document = Document.objects.using(make.OWNER).get()
    answer = signed_in(lead).get(f"/people/{ada.id}/story/{document.event_id}/documents/{document.id}/")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert not answer["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("name", "content", "declared"),
    [
        ("a.txt", b"<!-- a --><script>alert(1)</script>", "text/plain"),
        ("a.txt", b"\xef\xbb\xbf  <svg onload=alert(1)>", "text/plain"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/png"),
        ("a.pdf", b"MZ\x90\x00" + b"\x00" * 64 + b"%PDF-1.7", "application/pdf"),
        ("a.docx", zipped(**{"word/vbaProject.bin": b"x", "word/document.xml": b"<w/>"}), ""),
        ("a.docx", zipped(**{"../../word/document.xml": b"<w/>"}), ""),
        ("a.docx", zipped(payload=b"\x00" * 10_000_000), ""),
        ("a.png.exe", PNG, "image/png"),
        ("a.html", b"plain words", "text/plain"),
        ("a.txt", b"nul \x00 inside", "text/plain"),
    ],
)
def test_a_file_that_lies_is_refused_beside_its_field_and_nothing_is_kept(
    lead: Account, ada: Person, name: str, content: bytes, declared: str
) -> None:
    answer = give(lead, ada, name, content, declared)
    assert answer.status_code == 200
    assert 'href="#id_file"' in answer.content.decode()
    assert (Event.objects.using(make.OWNER).count(), kept_files()) == (0, [])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../../etc/passwd.png", "passwd.png"),
        ("C:\\Users\\x\\drawing.png", "drawing.png"),
        ("me\u202egnp.exe\u202c.png", "megnp.exe.png"),
        ("line\r\nSet-Cookie: a=b.png", None),
        ("nul\x00inside.png", None),
        ("x" * 300 + ".png", None),
        ("<b>bold</b>.png", None),
        ('"quoted"; filename="a.exe.png', None),
    ],
)
def test_a_file_keeps_a_name_that_is_safe_to_show_and_to_save_under(
    lead: Account, ada: Person, name: str, shown: str | None
) -> None:
    answer = give(lead, ada, name, PNG, "image/png")
    assert answer.status_code in {200, 302}
    if answer.status_code == 200:  # a name that no form takes: told beside the field
        assert 'href="#id_file"' in answer.content.decode()
        return
    document = Document.objects.using(make.OWNER).get()
    assert shown is None or document.name == shown
    assert len(document.name) <= 180
    assert not set(document.name) & set('/\\<>"\u202e\x00\r\n')
    got = signed_in(lead).get(f"/people/{ada.id}/story/{document.event_id}/documents/{document.id}/")
    assert "\n" not in got["Content-Disposition"]
    assert "Set-Cookie" not in got.headers


def test_an_endless_file_never_fills_the_disk_and_is_told_to_be_too_large(
    lead: Account, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITH_FILE_LIMIT_MB", "1")
    files.store.cache_clear()
    written = 0
    made = tempfile.NamedTemporaryFile

    def watched(*args: Any, **how: Any) -> Any:
        file = made(*args, **how)
        write = file.write

        def count(piece: bytes) -> int:
            nonlocal written
            written += len(piece)
            return int(write(piece))

        file.write = count
        return file

    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", watched)
    answer = give(lead, ada, "long.txt", b"a" * (8 * 2**20), "text/plain")
    assert "larger than 1 MB" in answer.content.decode()
    assert 2**20 < written < 2 * 2**20


def full(*_args: object, **_how: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_beside_the_field_and_leaves_nothing_half_kept(
    lead: Account, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.core.files.store.os.fsync", full)
    answer = give(lead, ada, "a.txt", b"plain words", "text/plain")
    assert answer.status_code == 200
    assert "could not be kept just now" in answer.content.decode()
    assert str(settings.DATA_DIR) not in answer.content.decode()
    assert (Event.objects.using(make.OWNER).count(), kept_files()) == (0, [])
    monkeypatch.undo()
    files.store.cache_clear()


def test_a_full_temporary_folder_gives_the_words_back(
    lead: Account, ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kith.core.files.uploads.TemporaryFileUploadHandler.receive_data_chunk", full)
    assert give(lead, ada, "a.txt", b"plain words", "text/plain").status_code == 503


def young(ada: Person) -> Client:
    account = make.account("young_person")
    make.door(account, ada)
    client = signed_in(account)
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("trouble", ["a lie", "a full disk"])
def test_a_young_persons_words_stay_when_the_drawing_cannot(
    ada: Person, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    client = young(ada)
    content = SCRIPT if trouble == "a lie" else PNG
    if trouble == "a full disk":
        monkeypatch.setattr("kith.core.files.store.os.fsync", full)
    sent = {"words": "I drew my brother.", "who": "everybody", "do": "finish"}
    answer = client.post("/my/words/", {**sent, "file": SimpleUploadedFile("me.png", content, "image/png")})
    assert answer.status_code == 200
    assert "I drew my brother." in answer.content.decode()
    assert 'href="#id_file"' in answer.content.decode()
    assert Event.objects.using(make.OWNER).count() == 0
    assert Draft.objects.using(make.OWNER).count() == 1

"""What is inside a file that is shared: looked through, or read by somebody; and what it says of itself, gone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text

from kith.access.models import Account, Release
from kith.core.files.kinds import DOCX, ODT, PDF
from kith.core.labels import Label
from kith.people.models import Person
from kith.story import sending
from kith.story.looked_through import look_through
from kith.story.models import Document
from kith.story.sending import released_copy
from tests.letters.world import SAFE_CODE, SAFE_STREET, SCHOOL, Apart
from tests.story.seen import signed_in
from tests.story.test_story_documents import PNG
from tests.support import make

WORKER = "Ingrid Vossler"


def pdf(words: str, *, author: str = "", comment: str = "") -> bytes:
    said = words.replace('"', "")
    made = typst.compile(
        f'#set document(title: "T", author: "{author}")\n#"{said}"'.encode(), ignore_system_fonts=True
    )
    assert isinstance(made, bytes)
    if not comment:
        return made
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made)))
    note = Text(rect=(50, 550, 200, 650), text=comment, title_bar=WORKER)
    writer.add_annotation(0, note)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def docx(words: str, *, author: str = "", company: str = "") -> bytes:
    made = Word()
    paragraph = made.add_paragraph()
    # As Word cuts a line into runs.
    for piece in (words[:5], words[5:]):
        paragraph.add_run(piece)
    made.core_properties.author = made.core_properties.last_modified_by = author
    held = io.BytesIO()
    made.save(held)
    if not company:
        return held.getvalue()
    out = io.BytesIO()
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each == "docProps/app.xml":
                content = content.replace(b"<Company></Company>", b"").replace(
                    b"</Properties>", f"<Company>{company}</Company></Properties>".encode()
                )
            new.writestr(each, content)
    return out.getvalue()


def odt(words: str, creator: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as new:
        new.writestr("mimetype", ODT.mime)
        space = 'xmlns:o="urn:o" xmlns:text="urn:t" xmlns:dc="urn:d"'
        new.writestr("content.xml", f"<o:body {space}><text:p>{words}</text:p></o:body>")
        new.writestr("meta.xml", f"<o:meta {space}><dc:creator>{creator}</dc:creator></o:meta>")
    return held.getvalue()


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Hello"))))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def scan() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def holding_a_file() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Hello"))))
    writer.add_attachment("where.txt", SAFE_STREET.encode())
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


READABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "pdf": (lambda: pdf(f"We saw her at {SAFE_STREET}."), PDF.mime),
    "pdf author": (lambda: pdf("Hello", author=SAFE_STREET), PDF.mime),
    "pdf comment": (lambda: pdf("Hello", comment=f"not {SAFE_STREET}?"), PDF.mime),
    "word": (lambda: docx(f"At {SAFE_STREET} it is quiet."), DOCX.mime),
    "word author": (lambda: docx("Hello", author=SAFE_STREET), DOCX.mime),
    "word company": (lambda: docx("Hello", company=SAFE_STREET), DOCX.mime),
    "open document": (lambda: odt(f"At {SAFE_STREET}."), ODT.mime),
    "open document creator": (lambda: odt("Hello", SAFE_STREET), ODT.mime),
    "text": (f"At {SAFE_STREET}.".encode, "text/plain"),
}
UNREADABLE = {
    "scan": (scan, PDF.mime, "picture without words"),
    "locked": (locked, PDF.mime, "locked"),
    "a file inside": (holding_a_file, PDF.mime, "file inside"),
    "broken": (lambda: b"%PDF-1.7 nothing", PDF.mime, "could not be opened"),
    "no archive": (lambda: b"PK\x03\x04 nothing", DOCX.mime, "could not be opened"),
    "picture": (lambda: PNG, "image/png", "picture"),
    "recording": (lambda: b"OggS", "audio/ogg", "recording"),
}


@pytest.mark.parametrize(("made", "kind"), READABLE.values(), ids=READABLE)
def test_words_are_found_wherever_they_stand(made: Callable[[], bytes], kind: str) -> None:
    looked = look_through(made(), kind)
    assert looked.why == ""
    assert SAFE_STREET.replace(" ", "") in looked.words.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize(("made", "kind", "why"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_no_program_can_read_is_said(made: Callable[[], bytes], kind: str, why: str) -> None:
    assert why in look_through(made(), kind).why


def test_an_archive_that_unfolds_without_end_is_not_opened() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for number in range(7):
            new.writestr(f"word/{number}.xml", b"\0" * (10 * 2**20))
    assert look_through(held.getvalue(), DOCX.mime).why == "it is too large"
    assert released_copy(held.getvalue(), DOCX.mime) == held.getvalue()
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w") as new:
        new.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert look_through(bomb.getvalue(), DOCX.mime).why == "it could not be opened"


@given(st.binary(max_size=300), st.sampled_from([PDF.mime, DOCX.mime, ODT.mime, "text/plain"]))
def test_looking_through_and_cleaning_never_fail(content: bytes, kind: str) -> None:
    for each in (content, b"%PDF-1.7\n" + content, b"PK\x03\x04" + content):
        assert isinstance(look_through(each, kind).words, str)
        assert isinstance(released_copy(each, kind), bytes)


def opened(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return b"\n".join([each.encode() + held.read(each) for each in held.namelist()])


def test_a_released_pdf_says_nothing_of_who_made_it_and_reads_the_same() -> None:
    before = pdf("We met on the bench.", author=WORKER, comment="A good day.")
    after = released_copy(before, PDF.mime)
    read = PdfReader(io.BytesIO(after))
    assert "on the bench" in read.pages[0].extract_text()
    said = look_through(after, PDF.mime).words + after.decode("latin-1")
    assert "A good day." in said
    assert [
        each for each in (WORKER, "Vossler", "typst", "pypdf", "CreationDate", "xmp") if each in said
    ] == []
    inside = released_copy(holding_a_file(), PDF.mime)
    assert not PdfReader(io.BytesIO(inside)).attachments
    assert SAFE_STREET.encode() not in inside


def test_a_released_word_file_says_nothing_of_who_made_it_and_opens() -> None:
    made = Word(io.BytesIO(docx("We met on the bench.", author=WORKER, company="The Harbour")))
    made.add_picture(io.BytesIO(PNG))
    held = io.BytesIO()
    made.save(held)
    after = released_copy(held.getvalue(), DOCX.mime)
    assert "on the bench" in "\n".join(each.text for each in Word(io.BytesIO(after)).paragraphs)
    said = opened(after)
    never = [WORKER.encode(), b"Harbour", b"python-docx", b"secret place", b"docProps"]
    assert [each for each in never if each in said] == []
    assert b"secret place" in opened(held.getvalue())


def test_a_released_open_document_says_nothing_of_who_made_it() -> None:
    after = released_copy(odt("We met.", WORKER), ODT.mime)
    assert WORKER.encode() not in opened(after)
    assert b"We met." in opened(after)
    assert zipfile.ZipFile(io.BytesIO(after)).infolist()[0].filename == "mimetype"


@pytest.fixture
def street() -> Apart:
    made = Apart()
    made.keep_apart()
    return made


def shares(by: Account, about: Person, to: Person, content: bytes, kind: str, **more: str) -> str:
    """Give a file to the story of somebody, and share it with somebody; what the page says."""
    client, name = signed_in(by), {PDF.mime: "scan.pdf", DOCX.mime: "a.docx"}[kind]
    client.post(
        f"/people/{about.id}/story/document/",
        {"file": SimpleUploadedFile(name, content, kind), "label": str(Label.NORMAL.value)},
    )
    document = Document.objects.using(make.OWNER).latest("recorded_at")
    given = {
        "reader": str(to.id), "documents": [str(document.id)], "prepared": "yes", "how_prepared": "Together.", **more,
    }  # fmt: skip
    answer = client.post(f"/people/{about.id}/story/{document.event_id}/release/", given)
    return "shared" if answer.status_code == 302 else answer.content.decode()


@pytest.mark.database
@pytest.mark.parametrize("tells", [SAFE_STREET, SAFE_CODE, SCHOOL])
def test_a_file_that_tells_inside_is_not_shared_with_whoever_is_kept_apart(street: Apart, tells: str) -> None:
    said = shares(street.lead, street.child, street.dad, pdf(f"Report: {tells}."), PDF.mime)
    assert "They are kept apart from somebody" in said
    assert not Release.objects.using(make.OWNER).exists()
    assert shares(street.lead, street.child, street.mum, pdf(f"Report: {tells}."), PDF.mime) == "shared"


@pytest.mark.database
def test_a_file_that_nobody_could_look_through_needs_a_workers_word(street: Apart) -> None:
    said = shares(street.lead, street.child, street.mum, scan(), PDF.mime)
    assert "could not be looked through" in said
    assert "Somebody must read it" in said
    assert not Release.objects.using(make.OWNER).exists()
    assert shares(street.lead, street.child, street.mum, scan(), PDF.mime, read_by_hand="on") == "shared"


@pytest.mark.database
def test_a_file_that_can_be_read_and_not_cleaned_needs_a_workers_word_too(
    street: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sending._WITHOUT, PDF.mime, lambda _content: None)
    said = shares(street.lead, street.child, street.mum, pdf("We met on the bench."), PDF.mime)
    assert "what it says of who made it cannot be taken out" in said
    assert not Release.objects.using(make.OWNER).exists()
    file = pdf("We met on the bench.")
    assert shares(street.lead, street.child, street.mum, file, PDF.mime, read_by_hand="on") == "shared"


@pytest.mark.database
def test_a_workers_word_does_not_open_what_was_found(street: Apart) -> None:
    found = shares(street.lead, street.child, street.dad, docx(f"At {SCHOOL}."), DOCX.mime, read_by_hand="on")
    assert "They are kept apart from somebody" in found


@pytest.mark.database
def test_what_a_family_gets_is_cleaned_and_what_was_given_is_kept(street: Apart) -> None:
    content = docx("We met on the bench.", author=WORKER)
    assert shares(street.lead, street.child, street.mum, content, DOCX.mime) == "shared"
    document = Document.objects.using(make.OWNER).get()
    got = signed_in(street.mother).get(f"/my/story/{document.event_id}/documents/{document.id}/")
    assert got.status_code == 200
    assert WORKER.encode() not in opened(got.content)
    assert b"on the bench" in opened(got.content).replace(b"</w:t></w:r><w:r><w:t>", b"")
    staff = signed_in(street.lead).get(
        f"/people/{street.child.id}/story/{document.event_id}/documents/{document.id}/"
    )
    assert staff.content == content

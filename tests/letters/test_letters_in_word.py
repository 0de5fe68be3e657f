"""Letters made of a council's own Word file, from its sending in to the file that leaves."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.db.utils import DatabaseError
from django.http import HttpResponseBase
from django.test import override_settings
from docx import Document

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.letters.models import Letter, WordTemplate
from kith.people.models import Person
from tests.access.tries import tries
from tests.letters.test_word_files import letter, png, saved
from tests.letters.world import SAFE_CODE, SAFE_STREET, SCHOOL, Apart, address, all_in_docx, all_in_pdf
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
LINES = (
    "{reader.name}",
    "{address}",
    "Our ref: {reference}",
    "Dear {reader.first_name},",
    "{words}",
    "{worker.name}",
)
OFFICE = "North Office, 2 High Street"


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Apart]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield Apart()


def file_of(*lines: str, office: str = OFFICE) -> bytes:
    document = letter(*(lines or LINES))
    document.sections[0].header.paragraphs[0].text = office
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
    return saved(document)


def send_in(street: Apart, content: bytes, *, key: str = "", **more: str) -> HttpResponseBase:
    where = f"/letters/templates/word/{key}/" if key else "/letters/templates/word/"
    file = SimpleUploadedFile("a.docx", content)
    form = {"name": "Our letter", "for_whom": "family", "subject": "From us", "file": file} | more
    return signed_in(street.manager).post(where, form)


def write(street: Apart, to: Person | None = None, **more: object) -> Letter:
    where = f"/people/{street.child.id}/letters/word/our-letter/" + (f"?to={to.id}" if to else "")
    form = {"subject": "From us", "words": "We met.\n\n- one"} | more
    answer = signed_in(street.lead).post(where, form)
    assert answer.status_code == 302, words_of(answer)
    return Letter.objects.using(make.OWNER).order_by("-recorded_at")[0]


def word(street: Apart, written: Letter) -> bytes:
    return signed_in(street.lead).get(address(street, written.id, "letter.docx")).content


def text_of(content: bytes) -> str:
    return "\n".join(each.text for each in Document(io.BytesIO(content)).paragraphs)


def test_a_letter_is_filled_in_the_councils_look_and_page_pdf_and_word_say_the_same(street: Apart) -> None:
    assert send_in(street, file_of()).status_code == 302
    assert "reader.name, address, reference" in words_of(signed_in(street.manager).get("/letters/templates/"))
    assert "Our letter" in words_of(signed_in(street.lead).get(f"/people/{street.child.id}/letters/"))
    written = write(street, street.mum)
    street.send(written, way="post")
    said = text_of(word(street, written))
    assert said.startswith(
        "Kithshire\n0808 157 0142\nMara Example\n14 Quillon Row\nZZ9 4QX\nOur ref: " + written.reference
    )
    for line in (
        "Dear Mara,",
        "We met.",
        "•  one",
        "Rosa Lindqvist",
        "You can also complain",
        "0808 801 0366",
    ):
        assert line in said, line
    page = words_of(signed_in(street.lead).get(address(street, written.id, "paper/")))
    pdf = all_in_pdf(signed_in(street.lead).get(address(street, written.id, "letter.pdf")).content)
    for made in (page, pdf):
        for line in (
            "Dear Mara,",
            "We met.",
            "Rosa Lindqvist",
            f"Our ref: {written.reference}",
            "complain",
        ):
            assert line in made.replace("\n", " "), line
    assert word(street, written) == word(street, written)


@pytest.mark.parametrize("kept", [True, False], ids=["kept apart", "any parent"])
def test_nobody_of_a_family_gets_the_letterhead_so_that_its_absence_says_nothing(
    street: Apart, kept: bool
) -> None:
    send_in(street, file_of())
    if kept:
        street.keep_apart()
    written = write(street, street.dad)
    street.send(written)
    said = all_in_docx(word(street, written))
    for told in ("North Office", "High Street", "word/media", "header1"):
        assert told not in said, told
    assert "0808 157 0142" in said


def test_his_word_file_is_the_same_with_and_without_the_ruling(street: Apart) -> None:
    send_in(street, file_of())
    before = write(street, street.dad)
    street.send(before)
    first = all_in_docx(word(street, before)).replace(before.reference, "REF")
    street.keep_apart()
    after = write(street, street.dad)
    street.send(after)
    assert all_in_docx(word(street, after)).replace(after.reference, "REF") == first


@pytest.mark.parametrize("tells", [SAFE_STREET, SAFE_CODE, SCHOOL, "Family Help North", "01632 960700"])
def test_words_of_the_file_itself_are_looked_through_in_a_table_too(street: Apart, tells: str) -> None:
    document = letter(*LINES)
    document.add_table(1, 1).cell(0, 0).text = f"Write to {tells}."
    send_in(street, saved(document))
    street.keep_apart()
    written = write(street, street.dad)
    with pytest.raises(NotPermittedError, match="kept apart"):
        street.send(written)


def test_a_letter_to_somebody_else_keeps_the_letterhead_unless_one_of_the_family_reads_it(
    street: Apart,
) -> None:
    send_in(street, file_of(), for_whom="professional")
    alone = write(street, to_name="The school nurse")
    shared = write(street, to_name="The court", copies=[str(street.mum.id)])
    for each in (alone, shared):
        street.send(each)
    assert OFFICE in all_in_docx(word(street, alone))
    assert "The school nurse" in text_of(word(street, alone))
    assert OFFICE not in all_in_docx(word(street, shared))


def test_what_is_wrong_is_said_on_the_page_and_the_last_good_file_stays(street: Apart) -> None:
    send_in(street, file_of())
    for content, says in (
        (b"hello", "This is not a Word file"),
        (file_of("{reader.adress}"), "Paragraph 1: “reader.adress” is not a field"),
        (file_of("<script>alert(1)</script>{<b>}"), "Paragraph 1: “<b>” is not a field"),
    ):
        answer = send_in(street, content, key="our-letter")
        assert answer.status_code == 200
        assert says in words_of(answer)  # type: ignore[arg-type]
    assert "There is one of this name already." in words_of(send_in(street, file_of()))  # type: ignore[arg-type]
    assert WordTemplate.objects.using(make.OWNER).count() == 1


def test_a_letter_keeps_the_file_that_it_began_with(street: Apart) -> None:
    send_in(street, file_of())
    written = write(street, street.mum)
    street.send(written)
    before = word(street, written)
    assert send_in(street, file_of("Quite other words", "{words}"), key="our-letter").status_code == 302
    assert word(street, written) == before
    again = write(street, street.mum)
    street.send(again)
    assert "Quite other words" in text_of(word(street, again))
    page = words_of(
        signed_in(street.lead).get(f"/people/{street.child.id}/letters/word/our-letter/?again={written.id}")
    )
    assert "We met." in page


def test_a_field_of_which_the_record_says_nothing_is_asked_for(street: Apart) -> None:
    send_in(street, file_of("Your worker is {lead.name}."))
    other = make.person("Wim")
    make.involved(street.lead, other, role="partner")
    page = signed_in(street.lead).get(f"/people/{other.id}/letters/word/our-letter/?to={other.id}")
    assert "The lead worker's name" in words_of(page).replace("’", "'").replace("&#39;", "'")
    where = f"/people/{other.id}/letters/word/our-letter/?to={other.id}"
    assert signed_in(street.lead).post(where, {"subject": "x"}).status_code == 200
    assert (
        signed_in(street.lead).post(where, {"subject": "x", "field-lead.name": "Pat <b>"}).status_code == 302
    )
    assert "Your worker is Pat <b>." in str(Letter.objects.using(make.OWNER).get().content)


def test_only_those_who_set_letters_send_files_in_and_nobody_changes_one(street: Apart) -> None:
    assert signed_in(street.lead).get("/letters/templates/word/").status_code in {403, 404}
    send_in(street, file_of())
    sets = {code for code, role in ROLES.items() if Permission.SET_LETTERS in role.may}
    for code in ROLES:
        account = make.account(code)
        done = tries(
            account,
            "INSERT INTO letters_wordtemplate (id, recorded_at, recorded_by, source, key, version, name, for_whom,"
            " subject, content, fields) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 1, 'x', 'family', 'x',"
            " 'x', '{}')",
            [account.id, f"of-{code.replace('_', '-')}"],
        )
        assert done == (code in sets), code
    for account in (street.mother, street.young):
        with acting(make.actor(account)):
            assert not WordTemplate.objects.exists()
    for statement in ("UPDATE letters_wordtemplate SET name = 'x'", "DELETE FROM letters_wordtemplate"):
        assert not tries(street.manager, statement, [])
        with connections[make.OWNER].cursor() as cursor:
            cursor.execute("SELECT set_config('kith.migrating', 'on', false)")
            try:
                with pytest.raises(DatabaseError, match="stays as it was filed"):
                    cursor.execute(statement)
            finally:
                cursor.execute("SELECT set_config('kith.migrating', '', false)")

"""The father who may not know where they live is sent nothing that tells: no page, file or database call does it."""

from __future__ import annotations

import re

import pytest
from django.db.utils import DatabaseError

from kith.access.models import NotYetTold
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.letters import actions
from kith.letters.actions.keeping import Worded
from kith.letters.facts import values
from kith.letters.models import Letter, Sending
from kith.letters.reaching import ways_to
from kith.people.models import ContactPoint
from kith.story.models import Event
from tests.letters.world import (
    COUNCIL,
    HER_NUMBER,
    SAFE_CODE,
    SAFE_STREET,
    SCHOOL,
    Apart,
    address,
    all_in_docx,
    all_in_pdf,
)  # fmt: skip
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
TELLS = {
    "home": f"You can see them at {SAFE_STREET}.",
    "street": "They moved to Quillon Row.",
    "postcode": f"Their postcode is {SAFE_CODE.lower()}.",
    "number": f"Ring {HER_NUMBER.replace(' ', '')}.",
    "school": f"Ada likes {SCHOOL}.",
    "worker": "Ingrid Vossler sees them.",
    "worker's number": "Ring 01632960811.",
    "heading": f"# {SCHOOL}\nHow it went",
    "point": f"- {SAFE_STREET}",
}


@pytest.fixture
def street() -> Apart:
    return Apart()


@pytest.mark.parametrize("words", TELLS.values(), ids=TELLS)
def test_words_that_tell_stop_the_letter_and_the_worker_reads_what_was_found(
    street: Apart, words: str
) -> None:
    street.refuge_worker()
    street.keep_apart()
    letter = street.letter(words)
    with pytest.raises(NotPermittedError, match="kept apart"):
        street.send(letter)
    assert not Sending.objects.using(make.OWNER).exists()
    page = words_of(signed_in(street.lead).get(address(street, letter.id)))
    assert "They are kept apart from somebody" in page
    assert "Send it again" not in page
    assert "By hand" not in page


@pytest.mark.parametrize("words", TELLS.values(), ids=TELLS)
def test_the_database_refuses_it_as_well(street: Apart, words: str) -> None:
    street.refuge_worker()
    street.keep_apart()
    letter = street.letter(words)
    with acting(make.actor(street.lead)), pytest.raises(DatabaseError, match="row-level security"):
        Sending(
            letter_id=letter.id, person_id=street.child.id, way="hand", contains=[], sent_by_name="Rosa Lindqvist",
            recorded_by=street.lead.id,
        ).save(force_insert=True)  # fmt: skip


def test_the_same_words_go_to_whoever_is_kept_from_nobody(street: Apart) -> None:
    street.keep_apart()
    letter = street.letter("\n\n".join(TELLS.values()), to=street.mum, to_name="Mara Example")
    assert street.send(letter).way == "hand"


def test_a_name_and_a_subject_are_looked_through_too(street: Apart) -> None:
    street.keep_apart()
    for more in ({"subject": f"About {SCHOOL}"}, {"to_name": SAFE_STREET}):
        with pytest.raises(NotPermittedError, match="kept apart"):
            street.send(street.letter(**more))


def test_a_letter_to_a_court_that_he_will_read_is_looked_through_for_him(street: Apart) -> None:
    street.keep_apart()
    court = {"for_whom": "professional", "to_name": "The court"}
    assert street.send(street.letter(TELLS["school"], readers=[], **court))
    with pytest.raises(NotPermittedError, match="kept apart"):
        street.send(street.letter(TELLS["school"], readers=[street.mum.id, street.dad.id], **court))


def test_a_letter_to_a_house_where_he_lives_is_looked_through_for_him(street: Apart) -> None:
    """His mother opens it; he lives with her."""
    gran = make.person("Edda", born=None)
    make.tied(street.child, gran, "mother")
    make.involved(street.lead, gran)
    make.home(gran, "2 Lower Lane", "ZZ3 1AA")
    assert street.send(street.letter(TELLS["school"], to=gran, to_name="Edda Example"))
    street.keep_apart()
    with pytest.raises(NotPermittedError, match="kept apart"):
        street.send(street.letter(TELLS["school"], to=gran, to_name="Edda Example"))


def test_his_letter_bears_no_workers_number_team_or_office(street: Apart) -> None:
    before = _values(street)
    assert before["worker.phone"] == "01632 960733"
    street.keep_apart()
    after = _values(street)
    assert (after["worker.phone"], after["council.phone"], after["worker.name"]) == (
        COUNCIL,
        COUNCIL,
        "Rosa Lindqvist",
    )
    for tells in ("01632 960733", "Family Help North", "01632 960700"):
        with pytest.raises(NotPermittedError, match="kept apart"):
            street.send(street.letter(f"Ask at {tells}."))


def test_a_worker_whom_he_does_not_know_signs_with_the_councils_name(street: Apart) -> None:
    worker = street.refuge_worker()
    make.involved(worker, street.child)
    street.keep_apart()
    with acting(make.actor(worker)):
        said = values(account=worker, ids=[street.child.id], readers=[street.dad.id], to_name="Rhys")
    assert said["worker.name"] == said["council.name"] == "Kithshire"


def _values(street: Apart) -> dict[str, str]:
    with acting(make.actor(street.lead)):
        return values(account=street.lead, ids=[street.child.id], readers=[street.dad.id], to_name="Rhys")


def test_his_letter_reads_like_any_separated_parents(street: Apart) -> None:
    """Every page and file of the same letter, but for its reference, is the same with and without the ruling."""
    before = street.letter("We met. Ring 0808 157 0142.")
    street.send(before)
    paper = _paper(street, before)
    street.keep_apart()
    after = street.letter("We met. Ring 0808 157 0142.")
    street.send(after)
    assert _paper(street, after) == paper


def _paper(street: Apart, letter: Letter) -> list[str]:
    client = signed_in(street.lead)
    page = client.get(address(street, letter.id, "paper/"))
    docx = all_in_docx(client.get(address(street, letter.id, "letter.docx")).content)
    read = [words_of(page), page.content.decode(), docx]
    return [each.replace(letter.reference, "REF") for each in read]


def test_files_hold_the_paper_and_nothing_of_who_made_them(street: Apart) -> None:
    street.keep_apart()
    letter = street.letter("We met, and you said that you miss them.")
    street.send(letter)
    client = signed_in(street.lead)
    pdf = client.get(address(street, letter.id, "letter.pdf"))
    docx = client.get(address(street, letter.id, "letter.docx"))
    assert "you miss them" in all_in_pdf(pdf.content)
    assert "you miss them" in all_in_docx(docx.content)
    never = [
        SAFE_STREET, SAFE_CODE, SCHOOL, HER_NUMBER, "Rosa", "Lindqvist", "Family Help North", "960733", "960700",
        "/kith/", "letter.typ", str(street.child.id), str(letter.id), str(street.family.id), "python-docx", "steve",
    ]  # fmt: skip
    for made, read in ((pdf, all_in_pdf(pdf.content)), (docx, all_in_docx(docx.content))):
        assert [each for each in never if each.lower() in read.lower()] == []
        assert not re.search(r"CreationDate|ModDate|CreateDate|20\d\d-\d\d-\d\dT|\(20\d\d, ", read)
        assert re.fullmatch(r'attachment; filename="letter\.(pdf|docx)"', made.headers["Content-Disposition"])


def test_a_file_made_twice_is_the_same_to_the_byte(street: Apart) -> None:
    letter = street.letter()
    street.send(letter)
    client = signed_in(street.lead)
    for ending in ("pdf", "docx"):
        one, two = (client.get(address(street, letter.id, f"letter.{ending}")).content for _ in range(2))
        assert one == two


def test_a_reference_tells_no_number_day_or_place(street: Apart) -> None:
    found = {street.letter().reference for _ in range(4)}
    assert len(found) == 4
    assert all(re.fullmatch("[2-9A-HJ-NP-Z]{8}", each) for each in found)


def test_no_file_can_be_had_before_the_check_nor_once_he_is_kept_apart(street: Apart) -> None:
    letter = street.letter(TELLS["school"])
    client = signed_in(street.lead)
    files = [address(street, letter.id, each) for each in ("letter.pdf", "letter.docx", "paper/")]
    assert [client.get(each).status_code for each in files] == [404] * 3
    street.send(letter)
    assert [client.get(each).status_code for each in files] == [200] * 3
    street.keep_apart()
    assert [client.get(each).status_code for each in files] == [404] * 3


def test_what_is_not_yet_told_is_in_no_letter(street: Apart) -> None:
    concern = street.concern()
    event = Event.objects.using(make.OWNER).create(
        kind="note", title="Police ask.", happened_at="2026-01-05T10:00Z", covert_id=concern
    )
    with acting(make.actor(street.lead)), pytest.raises((NotPermittedError, DatabaseError)):
        actions.keep(
            by=make.actor(street.lead),
            persons=[street.child.id],
            worded=Worded("family", "Mara", "x", typed="x", readers=[street.mum.id], made_of=[event.id]),
        )
    street.tell(concern)
    letter = street.letter(made_of=[event.id])
    NotYetTold.objects.using(make.OWNER).filter(id=concern).update(ended_at=None, ended_by=None)
    with pytest.raises(NotPermittedError, match="not told of yet"):
        street.send(letter)


def test_a_letter_goes_to_nobody_who_is_no_kin_and_by_no_way_that_is_never_safe(street: Apart) -> None:
    with pytest.raises(NotPermittedError, match="this family or network"):
        street.letter(to=make.person("Bo"))
    with pytest.raises(CannotBeError):
        street.letter(readers=[])
    with acting(make.actor(street.lead)):
        assert {each.way for each in ways_to([street.mum.id])} == {"hand", "post"}
    ContactPoint.objects.using(make.OWNER).create(
        person=street.mum,
        channel="post",
        value="She has no door of her own",
        safety="unsafe",
        during=make.always(),
    )
    with acting(make.actor(street.lead)):
        assert {each.way for each in ways_to([street.mum.id])} == {"hand"}


def test_every_letter_to_a_family_names_independent_advice_and_how_to_complain(street: Apart) -> None:
    letter = street.letter("Only this.")
    street.send(letter)
    page = words_of(signed_in(street.lead).get(address(street, letter.id, "paper/")))
    assert "0808 801 0366" in page
    assert "complain" in page
    other = street.letter("Only this.", for_whom="professional", readers=[], to_name="The school nurse")
    assert "0808 801 0366" not in str(other.content)

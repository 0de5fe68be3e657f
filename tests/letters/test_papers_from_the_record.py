"""Papers made from the record: filled, picked, typed, marked, filed, and let out to those who may have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import DatabaseError
from django.test import override_settings
from django.utils import timezone

from kith.bench.counting import Queries
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.core.labels import Label
from kith.design.dates import plain_date
from kith.letters import actions
from kith.letters.actions.keeping import Worded
from kith.letters.fields import BLOCKS
from kith.letters.models import Letter, Sending
from kith.letters.sheets.blocks import MADE
from kith.people.models import Address, ContactPoint, Relationship
from kith.story.actions import write_note
from kith.story.marks import Marked
from kith.story.models import Draft
from tests.letters.test_chronology import noted
from tests.letters.world import Apart, address, all_in_docx, all_in_pdf
from tests.plan.street import ago
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
SHEETS = ("handover", "supervision", "conference", "evidence", "genogram")


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Apart]:
    """Drafts are kept encrypted: with keys of their own."""
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield Apart()


def page(street: Apart, key: str, rest: str = "") -> str:
    return f"/people/{street.child.id}/letters/made/{key}/{rest}"


def ready(body: str) -> list[str]:
    """The lines that stand picked on a page, by id."""
    boxes = re.findall(r'<input[^>]*name="pick"[^>]*>', body)
    return [re.search('value="([^"]+)"', each)[1] for each in boxes if " checked" in each]  # type: ignore[index]


def file(street: Apart, key: str, **more: object) -> Letter:
    client = signed_in(street.lead)
    picked = more.pop("pick", None) or ready(client.get(page(street, key, "?new")).content.decode())
    form = {"to_name": "Whoever comes next", "pick": picked, "do": "finish"} | more
    answer = client.post(page(street, key), form)
    assert answer.status_code == 302, words_of(answer)
    return Letter.objects.using(make.OWNER).order_by("-recorded_at")[0]


def test_every_name_that_a_template_may_take_is_made_and_no_other() -> None:
    assert set(MADE) == set(BLOCKS)


def test_a_handover_says_who_they_are_what_is_open_and_how_to_reach_them_on_one_page(street: Apart) -> None:
    plan = street.plan()
    street.goal(plan, "We sleep at night.")
    street.step(plan, "Find a second bed.", by_on=ago(3))
    street.step(plan, "Over and done.", done_on=ago(1))
    noted(street, "Ada laughed")
    letter = file(
        street, "handover", **{"say-what-i-promised-and-what-i-would-want-to-be-told-0": "The zoo."}
    )
    shown = words_of(signed_in(street.lead).get(address(street, letter.id)))
    for said in ("Ada Example", "Mara Example: mother", "We sleep at night.", "Late: Find a second bed.",
                 "Ada laughed", "Rosa Lindqvist", "14 Quillon Row", "The zoo."):  # fmt: skip
        assert said in shown, said
    assert "Over and done." not in shown
    assert "It takes" not in shown
    street.send(letter)
    client = signed_in(street.lead)
    pdf = all_in_pdf(client.get(address(street, letter.id, "letter.pdf")).content)
    docx = all_in_docx(client.get(address(street, letter.id, "letter.docx")).content)
    for made in (pdf, docx):
        assert "Find a second bed." in made
        assert "/people/" not in made


def test_a_protected_address_and_words_about_others_wait_to_be_picked_and_go_marked(street: Apart) -> None:
    Address.objects.using(make.OWNER).filter(person=street.child, kind="home").update(protected=True)
    event = noted(
        street, "A talk", Marked("Her aunt is ill.", Label.THIRD_PARTY, whose_words="Ada"),
        Marked("I like drums.", Label.NORMAL, whose_words="Ada"),
    )  # fmt: skip
    body = signed_in(street.lead).get(page(street, "handover")).content.decode()
    plain = file(street, "handover")
    assert ("Quillon" not in str(plain.content), "aunt" not in str(plain.content)) == (True, True)
    assert "“I like drums.” Ada" in str(plain.content)
    assert plain.made_of == [event.id]
    every = re.findall('name="pick" value="([^"]+)"', body)
    marked = file(street, "handover", pick=every)
    assert "[About somebody else] “Her aunt is ill.” Ada" in str(marked.content)
    assert "[Address kept safe] Home: 14 Quillon Row" in str(marked.content)
    assert marked.labels == (Label.NORMAL | Label.THIRD_PARTY | Label.ADDRESS_PROTECTED).value


def test_what_concerns_another_alone_is_marked_as_theirs(street: Apart) -> None:
    noted(
        street,
        "At home",
        Marked("He is in trouble.", Label.NORMAL, person=street.brother.id, whose_words="Ada"),
    )
    body = words_of(signed_in(street.lead).get(page(street, "supervision")))
    assert "“He is in trouble.” Ada, 4 March 2026 About somebody else: left out unless you pick it" in body


def test_a_supervision_sheet_begins_where_the_last_one_ended(street: Apart) -> None:
    first = file(street, "supervision", **{"say-what-i-ask-to-be-decided-0": "May we close?"})
    assert "May we close?" in str(first.content)
    assert "What is decided" in str(first.content)
    body = words_of(signed_in(street.lead).get(page(street, "supervision")))
    assert f"Since {plain_date(first.written_on)}" in body
    noted(street, "Long ago")
    with acting(make.actor(street.lead)):
        write_note(
            by=make.actor(street.lead), persons=[street.child.id], title="Only now", text=(), happened_at=timezone.now()
        )  # fmt: skip
    said = str(file(street, "supervision").content)
    assert ("Only now" in said, "Long ago" in said, "written, not sent yet" in said) == (True, False, False)


def test_lines_for_workers_alone_leave_to_nobody_of_the_family(street: Apart) -> None:
    client = signed_in(street.manager)
    form = {"name": "Evidence", "subject": "x", "words": "# Due\n{{ record.workers }}"}
    assert client.post("/letters/templates/evidence/", form).status_code == 302
    pick = ready(signed_in(street.lead).get(page(street, "evidence")).content.decode())
    assert pick
    answer = signed_in(street.lead).post(
        page(street, "evidence"),
        {"to_name": "x", "pick": pick, "copies": [str(street.mum.id)], "do": "finish"},
    )
    assert answer.status_code == 200
    assert "Some lines are for workers alone." in words_of(answer)
    assert not Letter.objects.using(make.OWNER).exists()


def test_who_shares_a_home_is_told_to_nobody_who_is_kept_apart(street: Apart) -> None:
    gran = make.person("Edda", born=None)
    make.tied(street.child, gran, "grandparent")
    make.involved(street.lead, gran)
    Relationship.objects.using(make.OWNER).filter(person=street.child, other=street.mum).update(
        lives_together=True
    )
    make.tied(street.mum, street.dad, "former_partner")
    before = file(street, "evidence", copies=[str(street.dad.id)])
    assert "Mara Example: mother, lives with them" in str(before.content)
    street.keep_apart()
    with pytest.raises(NotPermittedError, match="who lives with whom"):
        street.send(before)
    with acting(make.actor(street.lead)), pytest.raises(DatabaseError, match="row-level security"):
        Sending(
            letter_id=before.id, person_id=street.child.id, way="hand", contains=[], sent_by_name="Rosa Lindqvist",
            recorded_by=street.lead.id,
        ).save(force_insert=True)  # fmt: skip
    after = file(street, "evidence", copies=[str(street.dad.id)])
    assert ("Mara Example: mother" in str(after.content), "lives with" in str(after.content)) == (True, False)
    assert "Edda" not in str(after.content)
    assert street.send(after)


def test_what_is_typed_is_saved_as_a_draft_and_comes_back(street: Apart) -> None:
    client = signed_in(street.lead)
    box = "say-what-we-ask-the-court-for-and-why-0"
    answer = client.post(page(street, "evidence"), {"do": "save", box: "A supervision order.", "to_name": ""})
    assert answer.status_code == 302
    assert "A supervision order." in words_of(client.get(page(street, "evidence")))
    listed = words_of(client.get(f"/people/{street.child.id}/story/"))
    assert "Evidence for court" in listed
    draft = Draft.objects.using(make.OWNER).get()
    letter = file(street, "evidence", draft=str(draft.id), revision="1", **{box: "A supervision order."})
    assert "A supervision order." in str(letter.content)
    assert not Draft.objects.using(make.OWNER).exists()
    again = words_of(client.get(page(street, "evidence", f"?again={letter.id}")))
    assert "A supervision order." in again


def test_a_refusal_keeps_what_was_typed_and_picked(street: Apart) -> None:
    box = "say-what-we-ask-the-court-for-and-why-0"
    for said, why in (
        ("[gossip] x", "Kith does not know the mark"),
        ("[police] They watch.", "go into no paper"),
    ):
        answer = signed_in(street.lead).post(
            page(street, "evidence"), {"do": "finish", "to_name": "The court", box: f"Mine.\n\n{said}"}
        )
        assert answer.status_code == 200
        assert why in words_of(answer)
        assert "Mine." in words_of(answer)
    assert not Letter.objects.using(make.OWNER).exists()


def test_marks_typed_into_a_paper_stand_at_each_paragraph_and_are_its_labels(street: Apart) -> None:
    box = "say-what-we-ask-the-court-for-and-why-0"
    letter = file(
        street, "evidence", **{box: "Plain.\n\n[health] Epilepsy.\n\n- a\n\n[about somebody else] - b"}
    )
    words = str(letter.content)
    assert "[Health] Epilepsy." in words
    assert "[About somebody else] b" in words
    assert letter.labels == (Label.NORMAL | Label.HEALTH | Label.THIRD_PARTY).value


def test_scripts_and_turning_marks_are_words_on_paper(street: Apart) -> None:
    box = "say-what-we-ask-the-court-for-and-why-0"
    letter = file(
        street, "evidence", **{box: "<script>x</script> #let y \u202eabc"}, to_name="<b>J\u202e</b>"
    )
    street.send(letter)
    client = signed_in(street.lead)
    body = client.get(address(street, letter.id, "paper/")).content.decode()
    assert "&lt;script&gt;x" in body
    assert "\u202e" not in body
    assert "<script>x</script> #let y abc" in all_in_pdf(
        client.get(address(street, letter.id, "letter.pdf")).content
    ).replace("\n", " ")


def test_nothing_untold_or_sealed_is_offered(street: Apart) -> None:
    concern = street.concern()
    street.step(street.plan(), "Watch him.", covert_id=concern)
    noted(street, "Police came", Marked("He was seen.", Label.NORMAL, whose_words="Ada"), covert=concern)
    noted(street, "A talk", Marked("Do not tell mum.", Label.CHILD_PRIVATE, whose_words="Ada"))
    for key in SHEETS:
        body = words_of(signed_in(street.lead).get(page(street, key)))
        assert "Ada Example" in body
        for kept in ("Police came", "He was seen.", "Do not tell mum.", "Watch him."):
            assert kept not in body, (key, kept)


def test_a_paper_is_made_by_those_who_release_and_hold_the_record(street: Apart) -> None:
    stranger, partner = make.account("lead"), street.outside("partner")
    for key in SHEETS:
        assert signed_in(street.lead).get(page(street, key)).status_code == 200
        for account in (stranger, partner):
            body = words_of(signed_in(account).get(page(street, key)))
            assert "Where it comes from" not in body
            assert "Mara" not in body
    assert signed_in(street.lead).get(page(street, "no-such")).status_code == 404
    assert signed_in(street.lead).get(page(street, "plain")).status_code == 404
    assert signed_in(street.lead).get(f"/people/{street.child.id}/letters/new/handover/").status_code == 404


def test_a_councils_own_sections_take_the_place_of_those_that_came(street: Apart) -> None:
    client = signed_in(street.manager)
    form = {"name": "Our statement", "subject": "About {{ person.name }}"}
    for words, says in (
        ("{{ record.person }}", "Line 1: begin with a heading"),
        ("# A\n{{ record.persn }}", "Line 2: “record.persn” is not a field"),
        ("# A\nIt is {{ record.person }}", "Line 2: “record.person” shares its line with other words"),
    ):
        answer = client.post("/letters/templates/evidence/", form | {"words": words})
        assert (answer.status_code, says in words_of(answer)) == (200, True), words_of(answer)
    assert (
        client.post(
            "/letters/templates/evidence/", form | {"words": "# Ours\nBy {{ worker.name }}.\n…"}
        ).status_code
        == 302
    )
    letter = file(street, "evidence", pick=["none"], **{"say-ours-0": "This is so."})
    assert (letter.subject, letter.template_version) == ("About Ada Example", 1)
    words = str(letter.content)
    assert ("By Rosa Lindqvist." in words, "This is so." in words, "What happened" in words) == (
        True,
        True,
        False,
    )


def test_a_contact_that_is_never_safe_says_so(street: Apart) -> None:
    ContactPoint.objects.using(make.OWNER).create(
        person=street.child, channel="phone", value="07700 900001", safety="unsafe", during=make.always()
    )
    assert "07700 900001 (never use it)" in str(file(street, "handover").content)


def test_a_paper_of_nothing_but_headings_is_said_to_hold_nothing(street: Apart) -> None:
    letter = file(street, "supervision", pick=["none"])
    assert "Nothing is written here." in str(letter.content)
    with acting(make.actor(street.lead)), pytest.raises(CannotBeError, match="too long"):
        actions.keep(
            by=make.actor(street.lead), persons=[street.child.id],
            worded=Worded(
                "professional", "x", "y", content=[{"part": "text", "words": "w" * 40_001}], kind="evidence"
            ),
        )  # fmt: skip


@pytest.mark.parametrize("said", ["", "x", "0" * 500, "%00", "../..", "00000000-0000-0000-0000-000000000000"])
def test_nonsense_in_an_address_or_a_form_is_answered_with_patience(street: Apart, said: str) -> None:
    client = signed_in(street.lead)
    for rest in (f"?draft={said}", f"?again={said}", f"?new={said}"):
        assert client.get(page(street, "evidence", rest)).status_code in {200, 400, 404}
    sent = {
        "to_name": "x",
        "pick": [said, said],
        "copies": [said],
        "draft": said,
        "revision": said,
        "do": said,
    }
    assert client.post(page(street, "handover"), sent).status_code in {200, 302}
    assert client.post(page(street, "evidence"), sent).status_code == 200


def test_what_several_sections_take_from_is_read_once(street: Apart) -> None:
    """Each kind of record once a paper, however many lines, events and steps there are."""
    street.goal(street.plan())
    client = signed_in(street.lead)

    def asked(key: str) -> int:
        queries = Queries()
        with connection.execute_wrapper(queries):
            assert client.get(page(street, key)).status_code == 200
        return queries.count

    noted(street, "Day 1", Marked("I like drums.", Label.NORMAL, whose_words="Ada"), day=1)
    few = {key: asked(key) for key in SHEETS}
    for day in range(2, 9):
        noted(street, f"Day {day}", Marked("I like drums.", Label.NORMAL, whose_words="Ada"), day=day)
    assert {key: asked(key) for key in SHEETS} == few
    most = {"handover": 19, "supervision": 19, "conference": 13, "evidence": 19, "genogram": 13}
    assert {key: few[key] <= most[key] for key in SHEETS} == dict.fromkeys(SHEETS, True), few

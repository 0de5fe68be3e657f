"""Who reads, writes and changes letters, asked of the database as the app's own login."""

from __future__ import annotations

import pytest
from django.db import connections
from django.db.utils import DatabaseError

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.core.labels import Label
from kith.letters import actions
from kith.letters.models import Letter, LetterTemplate, Posted, Sending
from kith.letters.templates_held import held
from tests.access.tries import tries
from tests.letters.world import Apart, address
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def street() -> Apart:
    return Apart()


def seen_by(account: object) -> int:
    with acting(make.actor(account)):  # type: ignore[arg-type]
        return Letter.objects.count() + Sending.objects.count() + Posted.objects.count()


def filed(street: Apart, **more: object) -> Letter:
    letter = street.letter(to=street.mum, to_name="Mara Example", **more)
    sending = street.send(letter, way="post")
    with acting(make.actor(street.lead)):
        actions.posted(by=make.actor(street.lead), sending=sending.id, on=letter.written_on)
    return letter


def test_a_letter_is_read_by_council_workers_of_its_person_and_by_nobody_else(street: Apart) -> None:
    filed(street)
    stranger, partner, school = (
        make.account("lead"),
        street.outside("partner"),
        street.outside("school", "Hill"),
    )
    assert seen_by(street.lead) == 3
    assert [
        seen_by(each) for each in (stranger, partner, school, street.mother, street.father, street.young)
    ] == [0] * 6
    with acting(None):
        assert Letter.objects.count() + Sending.objects.count() + Posted.objects.count() == 0


def test_where_it_went_is_not_read_by_a_worker_who_does_not_hold_the_reader(street: Apart) -> None:
    filed(street)
    of_the_child = make.account("social_worker")
    make.involved(of_the_child, street.child)
    health = make.account("health")
    for each in (street.child, street.mum):
        make.involved(health, each, role="health")
    for account in (of_the_child, health):
        with acting(make.actor(account)):
            assert (Letter.objects.count(), Sending.objects.count(), Posted.objects.count()) == (1, 0, 0)
        shown = words_of(signed_in(account).get(f"/people/{street.child.id}/story/"))
        assert "Quillon" not in shown


def test_a_letter_that_holds_what_a_worker_may_not_read_is_not_read_by_them(street: Apart) -> None:
    filed(street, labels=Label.HEALTH.value)
    plain = make.account("social_worker")
    make.involved(plain, street.child, label_mask=Label.NORMAL.value)
    assert (seen_by(street.lead), seen_by(plain)) == (3, 0)
    with pytest.raises(DatabaseError, match="row-level security"):
        street.letter(by=plain, labels=Label.HEALTH.value)


@pytest.mark.parametrize(
    "table", ["letters_letter", "letters_sending", "letters_posted", "letters_lettertemplate"]
)
def test_what_was_filed_is_changed_by_nobody_the_owners_login_neither(street: Apart, table: str) -> None:
    filed(street)
    manager = street.manager
    with acting(make.actor(manager)):
        actions.set_template(
            by=make.actor(manager), key="plain", name="A letter", for_whom="family", subject="x", words="x"
        )
    for statement in (f"UPDATE {table} SET recorded_at = now()", f"DELETE FROM {table}"):
        assert not tries(street.lead, statement, [])
        with connections[make.OWNER].cursor() as cursor:
            cursor.execute("SELECT set_config('kith.migrating', 'on', false)")
            try:
                with pytest.raises(DatabaseError, match="stays as it was filed"):
                    cursor.execute(statement)
            finally:
                cursor.execute("SELECT set_config('kith.migrating', '', false)")


def test_a_change_is_another_letter_and_the_first_keeps_its_words(street: Apart) -> None:
    letter = street.letter("As first said.", to=street.mum, to_name="Mara Example")
    client = signed_in(street.lead)
    answer = client.post(
        address(street, letter.id, "change/"), {"subject": "A letter for you", "words": "As said later."}
    )
    assert answer.status_code == 302
    later = Letter.objects.using(make.OWNER).get(replaces=letter)
    assert "As said later." in words_of(client.get(address(street, later.id)))
    assert "As first said." in words_of(client.get(address(street, letter.id)))


def test_nobody_files_or_sends_under_anothers_name_or_without_the_right(street: Apart) -> None:
    partner = street.outside("partner")
    with pytest.raises(NotPermittedError):
        street.letter(by=partner)
    letter = street.letter()
    with acting(make.actor(street.lead)), pytest.raises(DatabaseError, match="row-level security"):
        Sending(
            letter_id=letter.id, person_id=street.child.id, way="hand", contains=[], sent_by_name="x",
            recorded_by=street.manager.id,
        ).save(force_insert=True)  # fmt: skip


def test_the_log_says_who_sent_what_to_whom_when_and_by_which_way(street: Apart) -> None:
    filed(street)
    story = words_of(signed_in(street.lead).get(f"/people/{street.child.id}/story/"))
    for said in (
        "Letter written, not sent yet",
        "Letter to Mara Example, to be posted",
        "Posted: A letter for you",
    ):
        assert said in story
    sending = Sending.objects.using(make.OWNER).get()
    assert sending.goes_to == "14 Quillon Row\nZZ9 4QX"
    assert (sending.sent_by_name, sending.recorded_by) == ("Rosa Lindqvist", street.lead.id)


def test_a_template_with_an_unknown_field_is_refused_with_where_and_the_last_good_one_stays(
    street: Apart,
) -> None:
    client = signed_in(street.manager)
    form = {"name": "A letter", "for_whom": "family", "subject": "For you"}
    good = client.post(
        "/letters/templates/plain/", form | {"words": "Dear {{ reader.first_name }},\n\nOurs."}
    )
    assert good.status_code == 302
    for words, says in (
        ("Dear you,\n\n{{ reader.adress }}", "Line 3: “reader.adress” is not a field"),
        ("{{ worker.first_name }}", "Did you mean reader.first_name or person.first_name?"),
        ("Hello {{ today", "“{{” stands alone"),
        ("{% for x in y %}", "“{%” stands alone"),
    ):
        page = client.post("/letters/templates/plain/", form | {"words": words})
        assert page.status_code == 200
        assert says in words_of(page)
    with acting(make.actor(street.lead)):
        assert (held()["plain"].version, held()["plain"].words) == (
            1,
            "Dear {{ reader.first_name }},\n\nOurs.",
        )
    page = words_of(
        signed_in(street.lead).get(f"/people/{street.child.id}/letters/new/plain/?to={street.mum.id}")
    )
    assert "Dear Mara," in page
    assert "Ours." in page


def test_only_those_who_may_set_letters_do_whatever_they_ask_of_the_database(street: Apart) -> None:
    sets = {code for code, role in ROLES.items() if Permission.SET_LETTERS in role.may}
    for code in ROLES:
        account = make.account(code)
        done = tries(
            account,
            "INSERT INTO letters_lettertemplate (id, recorded_at, recorded_by, source, key, version, name, for_whom,"
            " subject, words) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 1, 'x', 'family', 'x', 'x')",
            [account.id, f"of-{code.replace('_', '-')}"],
        )
        assert done == (code in sets), code
    assert LetterTemplate.objects.using(make.OWNER).count() == len(sets)


def test_a_gap_that_was_not_filled_in_keeps_a_letter_here(street: Apart) -> None:
    with pytest.raises(CannotBeError, match="gap"):
        street.letter("We come on …")

"""Who signs in at the desk: with a password and a code, from accounts that a manager keeps; every try is in the audit."""

from __future__ import annotations

import time
from base64 import b32decode

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.test import Client
from django.test.utils import override_settings

from kith.advice.accounts import actions, second
from kith.advice.models import Adviser, SecondStep
from kith.advice.roles import KEEPER
from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.core.models import AuditEntry
from tests.advice.people import OWNER, PASSWORD, actor, adviser, signed_in
from tests.conftest import SERVER
from tests.support.worker import worker_login

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("store_keys")]
NEW = "three odd words here"


def enter(login: str, password: str = PASSWORD, place: str = "203.0.113.1") -> Client:
    client = Client(REMOTE_ADDR=place)
    client.post("/desk/sign-in", {"login": login, "password": password, "next": ""})
    return client


def inside(client: Client) -> bool:
    return client.get("/desk/").status_code == 200


def code_of(key: str, at: float | None = None) -> str:
    return TOTP(b32decode(key.replace(" ", "")), 6, SHA1(), 30).generate(int(at or time.time())).decode()  # noqa: S303


def with_app(account: Adviser) -> str:
    """The account's app is set up; its key."""
    client = signed_in(account)
    client.post("/desk/mine/app/", {"do": "begin"})
    with acting(actor(account), read_only=True):
        key = second.secret_of(account.id)
    # A code of half a minute ago, so that the one of now is not used yet.
    answer = client.post("/desk/mine/app/", {"do": "code", "code": code_of(key, time.time() - 30)})
    assert answer.status_code == 302, answer.content
    return key


def said(action: str) -> list[dict[str, object]]:
    return [each.summary for each in AuditEntry.objects.using(OWNER).filter(action=action).order_by("at")]


def test_a_code_is_asked_for_after_the_password_and_counts_once() -> None:
    noor = adviser()
    key = with_app(noor)
    client = enter(noor.login)
    assert not inside(client)
    assert client.get("/desk/sign-in/code").status_code == 200
    assert "not the code of now" in client.post("/desk/sign-in/code", {"code": "000000"}).content.decode()
    code = code_of(key)
    assert client.post("/desk/sign-in/code", {"code": f"{code[:3]} {code[3:]}"}).status_code == 302
    assert inside(client)
    again = enter(noor.login)
    again.post("/desk/sign-in/code", {"code": code})
    assert not inside(again), "no code counts twice"


def test_the_codes_are_those_of_the_standard() -> None:
    """RFC 6238, appendix B: the last six digits of what it lists for SHA-1."""
    key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [code_of(key, at) for at in (59, 1111111109, 20000000000)] == ["287082", "081804", "353130"]


def test_a_code_of_long_ago_or_of_somebody_elses_app_is_refused() -> None:
    noor, bea = adviser(), adviser(name="Bea Tranter")
    key, hers = with_app(noor), with_app(bea)
    for wrong in (code_of(key, time.time() - 300), code_of(hers), "", "12345", "1234567"):
        client = enter(noor.login)
        client.post("/desk/sign-in/code", {"code": wrong})
        assert not inside(client)


def test_the_key_of_an_app_in_use_is_shown_to_nobody_and_is_sealed() -> None:
    noor = adviser()
    key = with_app(noor)
    page = signed_in(noor).get("/desk/mine/app/").content.decode()
    assert key[:4] not in page
    assert signed_in(noor).get("/desk/mine/app/picture").status_code == 404
    signed_in(noor).post("/desk/mine/app/", {"do": "begin"})
    with acting(actor(noor), read_only=True):
        assert SecondStep.objects.get().since is not None, (
            "a stranger at an open desk puts no other in its place"
        )
    assert key not in repr(SERVER.as_superuser("SELECT * FROM advice_secondstep").fetchall())


@override_settings(ADVICE_SECOND_STEP=True)
def test_in_production_nobody_works_without_a_second_step() -> None:
    noor = adviser()
    client = enter(noor.login)
    for page in ("/desk/", "/desk/hours/", "/desk/chats/"):
        assert client.get(page).headers["Location"] == "/desk/mine/app/"
    client.post("/desk/mine/app/", {"do": "begin"})
    with acting(actor(noor), read_only=True):
        key = second.secret_of(noor.id)
    assert client.get("/desk/mine/app/picture").headers["Content-Type"] == "image/svg+xml"
    client.post("/desk/mine/app/", {"do": "code", "code": code_of(key)})
    assert inside(client)


def test_nobody_locks_a_name_from_elsewhere_and_codes_are_not_tried_for_ever() -> None:
    noor = adviser()
    for _ in range(7):
        enter(noor.login, "wrong", place="203.0.113.66")
    assert not inside(enter(noor.login, place="203.0.113.66"))
    assert inside(enter(noor.login, place="198.51.100.7"))
    with_app(noor)
    client = enter(noor.login)
    for n in range(10):
        last = client.post("/desk/sign-in/code", {"code": f"{n:06}"})
    assert last.status_code == 429


def test_every_sign_in_and_every_refused_try_is_in_the_audit_and_no_word_that_was_typed() -> None:
    noor = adviser()
    enter(noor.login, "zinnobrecht-wrong")
    enter("zinnobrecht-nobody", "x")
    enter(noor.login)
    refused = said("advice.sign_in_refused")
    assert [each["account"] for each in refused] == [str(noor.id), None]
    assert [each["second_step"] for each in said("advice.sign_in")] == [False]
    rows = repr(SERVER.as_superuser("SELECT * FROM core_auditentry").fetchall())
    assert "zinnobrecht" not in rows
    assert AuditEntry.objects.using(OWNER).get(action="advice.sign_in").actor == noor.id


def test_a_manager_makes_an_account_and_its_owner_chooses_a_password_before_anything_else() -> None:
    gwen = signed_in(adviser("manager", "Gwen Aldous"))
    form = {"name": "Sol  Ikande", "login": " Sol@nextstep.example", "role": "moderator"}
    page = gwen.post("/desk/people/new/", form)
    given = page.content.decode().split('<code class="kith-key">')[1].split("<")[0]
    assert "no-store" in page.headers["Cache-Control"]
    sol = enter("sol@nextstep.example", given)
    assert sol.get("/desk/").headers["Location"] == "/desk/mine/password/"
    short = sol.post("/desk/mine/password/", {"password": "short", "again": "short"}).content.decode()
    assert "at least 12" in short
    assert sol.post("/desk/mine/password/", {"password": NEW, "again": NEW}).status_code == 302
    assert sol.get("/desk/forum/").status_code == 200
    assert inside(enter("sol@nextstep.example", given)) is False
    assert "name to sign in with" in gwen.post("/desk/people/new/", form).content.decode()


def test_a_closed_account_is_out_at_once_and_a_lost_app_is_taken_away() -> None:
    gwen, noor = adviser("manager", "Gwen Aldous"), adviser()
    with_app(noor)
    desk, hers = signed_in(gwen), signed_in(noor)
    assert inside(hers)
    address = f"/desk/people/{noor.id}/"
    desk.post(address, {"do": "second"})
    assert SecondStep.objects.using(OWNER).count() == 0
    desk.post(address, {"do": "close"})
    assert not inside(hers)
    assert not inside(enter(noor.login))
    desk.post(address, {"do": "open"})
    assert inside(enter(noor.login))
    desk.post(address, {"do": "password"})
    assert not inside(enter(noor.login)), "the old password is gone"


def test_nobody_else_manages_and_a_manager_does_not_change_their_own_account() -> None:
    gwen, noor = adviser("manager", "Gwen Aldous"), adviser()
    assert signed_in(noor).get("/desk/people/").status_code == 404
    page = signed_in(gwen).post(f"/desk/people/{gwen.id}/", {"do": "role", "role": "adviser"})
    assert "Another manager does this" in page.content.decode()
    with worker_login(), acting(KEEPER), pytest.raises(CannotBeError, match="Nobody would be left"):
        actions.set_open(by=KEEPER, account=gwen.id, is_open=False)
    # The database holds it as well: whoever is no manager changes nobody's account.
    with acting(actor(noor)):
        assert Adviser.objects.filter(id=gwen.id).update(role="adviser") == 0


def test_the_first_manager_is_made_by_whoever_runs_the_machine() -> None:
    with worker_login(), acting(KEEPER):
        made, given = actions.make(by=KEEPER, login="first@nextstep.example", name="First", role="manager")
    assert enter(made.login, given).get("/desk/").status_code == 302
    assert said("advice.make_account")[0]["role"] == "manager"

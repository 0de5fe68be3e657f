"""Single sign-on with the council's own sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client, override_settings

from kith.access.sign_in.work_account import SocialAccountAdapter
from tests.access.fake_provider import PROVIDERS, FakeProvider
from tests.access.sign_in_help import only_our_templates
from tests.support import make
from tests.support.visit import words_of

pytestmark = pytest.mark.database
GO, BACK = "/sign-in/work-account/council", "/sign-in/work-account/council/back"
LOGIN = "lead@kithshire.example"


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeProvider]:
    only_our_templates(monkeypatch)
    fake = FakeProvider({"sub": "u-1", "email": LOGIN.title(), "email_verified": True})
    monkeypatch.setattr(SocialAccountAdapter, "get_requests_session", lambda _adapter: fake.session())
    with override_settings(SOCIALACCOUNT_PROVIDERS=PROVIDERS):
        yield fake


def come_back(client: Client, provider: FakeProvider, **changes: str) -> Any:
    """Go to the provider and return with what it sends, as a browser with no script does."""
    brought = provider.authorize(client.post(GO).headers["Location"]) | changes
    page = client.get(BACK, brought)
    form = BeautifulSoup(page.content, "html.parser").find("form", action=BACK)
    assert form is not None
    fields = {each["name"]: each.get("value", "") for each in form.find_all("input")}
    return client.post(BACK, fields)


def test_the_sign_in_page_offers_it_only_where_the_settings_name_it(provider: FakeProvider) -> None:
    assert "Sign in with your council account" in words_of(Client().get("/sign-in"))
    with override_settings(SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": []}}):
        assert "council account" not in words_of(Client().get("/sign-in"))


def test_a_worker_with_an_account_comes_in_and_the_tie_is_kept(provider: FakeProvider) -> None:
    lead, client = make.account("lead", login=LOGIN), Client()
    assert come_back(client, provider).headers["Location"] == "/"
    assert client.get("/").status_code == 200
    tie = SocialAccount.objects.using(make.OWNER).get(user_id=lead.pk)
    assert (tie.provider, tie.uid) == ("council", "u-1")
    provider.claims = {"sub": "u-1", "email": "married-name@kithshire.example", "email_verified": True}
    assert come_back(Client(), provider).headers["Location"] == "/"


def test_coming_back_by_a_link_writes_nothing_until_the_button_is_pressed(provider: FakeProvider) -> None:
    make.account("lead", login=LOGIN)
    client = Client()
    brought = provider.authorize(client.post(GO).headers["Location"])
    assert "Go on to Kith" in words_of(client.get(BACK, brought))
    assert "/token" not in provider.asked
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": "u-2", "email": "stranger@kithshire.example", "email_verified": True},
        {"sub": "u-2", "email": LOGIN, "email_verified": False},
        {"sub": "u-2", "email": LOGIN},
        {"sub": "u-2", "email": "mara@kithshire.example", "email_verified": True},
    ],
    ids=["unknown", "not verified", "not said to be verified", "a family's account"],
)
def test_nobody_else_comes_in_or_gets_an_account(provider: FakeProvider, claims: dict[str, Any]) -> None:
    make.account("lead", login=LOGIN)
    make.account("parent", login="mara@kithshire.example")
    provider.claims = claims
    client = Client()
    answer = come_back(client, provider)
    assert answer.status_code == 403
    assert "You have no Kith account yet" in words_of(answer)
    assert client.get("/").status_code == 302
    assert not SocialAccount.objects.using(make.OWNER).exists()


def test_an_ended_account_stays_out(provider: FakeProvider) -> None:
    make.account("lead", login=LOGIN, is_active=False)
    assert come_back(Client(), provider).status_code == 403


def test_a_state_that_was_not_given_to_this_browser_is_refused(provider: FakeProvider) -> None:
    make.account("lead", login=LOGIN)
    answer: HttpResponse = come_back(Client(), provider, state="made-up")
    assert answer.status_code == 401
    assert "did not let you in" in words_of(answer)
    assert "/token" not in provider.asked


def test_a_refusal_or_a_wrong_code_ends_in_words(provider: FakeProvider) -> None:
    make.account("lead", login=LOGIN)
    assert come_back(Client(), provider, code="guessed").status_code == 401
    client = Client()
    state = provider.authorize(client.post(GO).headers["Location"])["state"]
    stopped = client.post(BACK, {"state": state, "error": "access_denied"}, follow=True)
    assert "You stopped before the end" in words_of(stopped)


@override_settings(KITH_OIDC_LOGIN_CLAIM="preferred_username")
def test_a_council_may_name_another_claim(provider: FakeProvider) -> None:
    make.account("lead", login=LOGIN)
    provider.claims = {"sub": "u-3", "preferred_username": LOGIN}
    assert come_back(Client(), provider).headers["Location"] == "/"

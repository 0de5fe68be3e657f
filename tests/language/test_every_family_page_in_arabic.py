"""Every page that families and visitors come to is in Arabic once it was chosen: no sentence of Kith's stays English."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from kith.access.roles import ROLES
from tests.language.latin import english_on
from tests.support import make
from tests.walk.lived_in import move_in
from tests.walk.routes import every_route
from tests.walk.world import World, make_world

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("_keys")]

# For whom no page is made: files, data for scripts, and the council's own sign-in, which no family has.
NO_PAGE = frozenset(
    {
        "my_document",
        "my_words_state",
        "my_calendar",
        "healthz",
        "choose_language",
        "second_step_picture",
        "mfa_download_recovery_codes",
    }
)
# Inside another site's page no choice of anybody's is known: its address alone asks (tests/offer/test_widget.py).
BY_ADDRESS = frozenset({"directory_widget"})
OF_STAFF = frozenset(
    {
        "openid_connect_login",
        "openid_connect_callback",
        "socialaccount_login_error",
        "socialaccount_login_cancelled",
        "calendar_feed",
    }
)


def arabic(client: Client) -> None:
    client.post("/language", {"language": "ar", "back": "/my/"})


def pages(world: World, parts: dict[str, object], audiences: set[str]) -> dict[str, str]:
    """Addresses by name."""
    found = {}
    for route in every_route():
        known = all(name in parts for name in route.parameters)
        if known and route.audience in audiences and route.name not in NO_PAGE | OF_STAFF | BY_ADDRESS:
            found[route.name] = route.at(parts)
    return found


def test_the_marks_are_told_from_names() -> None:
    page = b'<p>Ring us <bdi>Rosa</bdi></p><p>\xd9\x86\xd8\xb9\xd9\x85 Childline</p><input aria-label="Your words">'
    assert english_on(page) == ["Ring us", "Your words"]


def test_no_page_says_an_english_sentence() -> None:
    world = make_world()
    parts = move_in(world)
    seen: dict[str, list[str]] = {}
    read = 0
    visitor = Client(headers={"cookie": "kith_language=ar"})
    readers = {role: client for role, client in world.clients.items() if ROLES[role].family}
    for client in readers.values():
        arabic(client)
    for reader, client in [*readers.items(), ("visitor", visitor)]:
        audiences = {"public"} if reader == "visitor" else {"public", "family", "signed_in"}
        for name, address in pages(world, parts, audiences).items():
            answer = client.get(address)
            if (
                not answer.headers.get("Content-Type", "").startswith("text/html")
                or answer.status_code == 302
            ):
                continue
            read += 1
            html = BeautifulSoup(answer.content, "html.parser").html
            if html is None or (html.get("lang"), html.get("dir")) != ("ar", "rtl"):
                seen[f"{reader} {name}"] = [f"not a page in Arabic: {answer.status_code}"]
            elif said := english_on(answer.content):
                seen[f"{reader} {name}"] = said
    assert read > 60
    assert not seen, "\n".join(f"{where}: {said}" for where, said in sorted(seen.items()))


def test_what_is_wrong_with_a_form_is_said_in_arabic() -> None:
    world = make_world()
    parts = move_in(world)
    young = world.clients["young_person"]
    arabic(young)
    for address in ("/my/words/", f"/my/plan/{parts['item']}/", "/my-account/password"):
        answer = young.post(address, {"do": "finish"})
        assert answer.status_code == 200, address
        assert not english_on(answer.content), address
    for address in ("/help/ask/?language=ar", "/help/worried/?language=ar", "/sign-in?language=ar"):
        answer = Client().post(address, {})
        assert answer.status_code == 200, address
        assert not english_on(answer.content), address


def test_errors_are_in_arabic_too() -> None:
    young = make.account("young_person")
    make.door(young, make.person("Ada"))
    from tests.support.visit import signed_in

    client = signed_in(young)
    arabic(client)
    for address in ("/my/nothing/", "/nothing/", "/people/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert 'lang="ar" dir="rtl"' in answer.content.decode()
        assert not english_on(answer.content)

"""Every role, and nobody in particular, asks for every address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tests.walk.expect import asks, expected, line_for
from tests.walk.routes import every_route
from tests.walk.table import EXPECTED, SIGN_IN, Page
from tests.walk.visits import Answer, visit
from tests.walk.world import KINDS, World, make_world
from tests.walk.written import SESSIONS, VIEW_LOG, Written, changed

pytestmark = pytest.mark.database
ROUTES = every_route()
# A search that other sites show: it reads no cookie and writes nothing (tests/offer/test_widget.py).
SHOWN_ELSEWHERE = frozenset({"directory_widget"})
LISTED = [(route, EXPECTED[route.name]) for route in ROUTES if route.name in EXPECTED]


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def written() -> Iterator[Written]:
    watching = Written()
    yield watching
    watching.close()


def kinds_of(page: Page) -> tuple[str, ...]:
    return KINDS if page.about else ("nobody",)


def test_every_address_has_a_name_and_a_gate() -> None:
    assert [route.address for route in ROUTES if not route.name] == []
    assert [route.address for route in ROUTES if not route.audience] == [], (
        "each view needs one of kith.access.gates"
    )


def test_every_address_is_in_the_table_and_the_table_has_no_other() -> None:
    missing = [line_for(route) for route in ROUTES if route.name not in EXPECTED]
    assert not missing, "add to EXPECTED in tests/walk/table.py or in_care.py:\n" + "\n".join(missing)
    assert set(EXPECTED) - {route.name for route in ROUTES} == set(), "lines for addresses that are gone"


def test_each_gate_is_the_one_that_the_table_says() -> None:
    wrong = [f"{route.name}: {route.audience}" for route, page in LISTED if route.audience != page.audience]
    assert wrong == []


def test_every_role_gets_what_it_may_no_get_writes_and_what_is_closed_looks_like_nothing_there(
    world: World, written: Written
) -> None:
    """In one walk, for it is long: what is closed to an account is compared with what it gets of nobody."""
    wrong = []
    before = written.now()
    for route, page in LISTED:
        for role, client in {"": Client(), **world.clients}.items():
            answers = {kind: visit(client, asks(page, route, kind, world)) for kind in kinds_of(page)}
            for kind, answer in answers.items():
                right = expected(page, role, kind, world)
                asking = bool(page.about and role) and world.may_ask(role, kind, page.about)
                if fault := faults(answer, right, asking=asking):
                    wrong.append(f"{route.name} as {role or 'visitor'}, {kind}: {fault}")
            if role and page.about and not page.posts:
                wrong += [
                    f"{route.name} as {role}: {fault}" for fault in told_apart(page, role, world, answers)
                ]
        after = written.now()
        touched = changed(before, after) - {VIEW_LOG} - ({SESSIONS} if page.keeps else set())
        before = after  # between two addresses nobody asks for anything
        if touched:
            wrong.append(f"{route.name}: a GET wrote to {', '.join(sorted(touched))}")
    assert not wrong, "\n".join(wrong)


def faults(answer: Answer, right: frozenset[int], *, asking: bool) -> str:
    if answer.status not in right:
        return f"answered {answer.status}, not {sorted(right)} {answer.leads_to}"
    if answer.status == 200 and asking != answer.asks_why:
        return "asked for a reason" if answer.asks_why else "did not ask for a reason"
    if not answer.read_only:
        return "ran in a transaction that could write"
    return ""


def test_visitors_are_asked_to_sign_in_and_come_back(world: World) -> None:
    for route, page in LISTED:
        address = asks(page, route, "open", world)
        answer = visit(Client(), address)
        if page.audience != "public" and not page.posts:
            assert answer.status in SIGN_IN, route.name
            assert answer.leads_to == f"/sign-in?next={address}", route.name


def told_apart(page: Page, role: str, world: World, answers: dict[str, Answer]) -> Iterator[str]:
    """How what is closed to an account differs from what it gets where there is nobody."""
    nobody = answers["nobody"]
    for kind, answer in answers.items():
        if expected(page, role, kind, world) != {404} or world.opens(role, kind):
            continue
        # Who may be found by name is known to be there: only what the page says must be the same.
        if answer.told != nobody.told and (kind != "findable" or answer.told[:3] != nobody.told[:3]):
            yield f"{kind} can be told from nobody ({told(answer)}; nobody {told(nobody)})"


def told(answer: Answer) -> str:
    return f"{answer.status}, {len(answer.body)} bytes, {len(answer.statements)} statements"


def test_nothing_can_be_sent_by_somebody_who_has_not_signed_in(world: World, written: Written) -> None:
    before = written.now()
    for route, page in LISTED:
        if page.audience != "public":
            answer = Client().post(asks(page, route, "open", world), {"text": "x"})
            assert (answer.status_code, answer.headers["Location"][:8]) == (302, "/sign-in"), route.name
    assert written.since(before) == set()


def test_a_form_that_kith_did_not_give_is_refused_everywhere(world: World) -> None:
    strict = Client(enforce_csrf_checks=True)
    for route, page in LISTED:
        if route.name in SHOWN_ELSEWHERE:
            continue
        assert strict.post(asks(page, route, "nobody", world), {}).status_code == 403, route.name

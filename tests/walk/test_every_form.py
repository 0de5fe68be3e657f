"""Every form that any role can reach is sent what nobody should send, and answers with patience."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from kith.access.roles import ROLES
from tests.story.set_up import story_set_up
from tests.support import make
from tests.walk.forms import Box, PageForm, forms_of, parsed
from tests.walk.lived_in import doors, move_in
from tests.walk.nasty import CHOICE, JSON, KEPT, NUMBER, PART, TEXT, Value, encoded
from tests.walk.rounds import Round, every_address, go_round
from tests.walk.world import World, make_world

pytestmark = pytest.mark.database
FORM = "application/x-www-form-urlencoded"
# These change what other roles' forms stand on: they are sent last.
LAST = ("admin",)
# The forms of others take back what this one may answer.
FIRST = ("young_person",)
ORDER = [*FIRST, *(role for role in ROLES if role not in FIRST + LAST), *LAST]
# If one of these is not among the forms found, the round has lost its way.
REACHED = frozenset(
    {
        "account_login", "account_change_password", "account_dates", "account_end", "account_new", "give_reason",
        "mfa_activate_totp", "mfa_add_webauthn", "my_words", "people_duplicates",
        "people_end_tie", "people_link", "people_link_undo", "people_new", "people_record:address",
        "people_record:tie", "people_record:who-may-know", "my_plan_line", "plan_add_goal",
        "plan_add_step", "plan_agree", "plan_progress", "plan_review:review", "plan_share", "plan_start",
        "reason_seen", "story_correct", "story_discard:note",
        "story_document_new", "story_not_told", "story_release", "story_share:note", "story_told", "story_upload",
        "story_withdraw", "story_write:call", "story_write:meeting", "story_write:note", "story_write:visit",
        "story_write:words",
    }
)  # fmt: skip
# Buttons that show the page again on purpose, with more to choose from: nothing need be wrong. So does a search that
# is answered above its boxes.
STEPS = frozenset({"look", "preview"})
LINE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{3,}")
SUMMARY = "contains(concat(' ', normalize-space(@class), ' '), ' govuk-error-summary ')"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffd]")


@pytest.fixture
def house(kith_database: None, tmp_path: Path) -> Iterator[tuple[World, dict[str, object]]]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        world = make_world()
        yield world, move_in(world)


def rounds(world: World, parts: dict[str, object]) -> Iterator[tuple[str, Client, Round]]:
    """Each role in turn, with what it came upon; first a visitor."""
    for role in ("", *ORDER):
        client = world.clients[role] if role else Client()
        client.raise_request_exception = False
        if role:  # the pages of one's own sign-in ask first whether it is still you
            client.post("/sign-in/again", {"password": make.PASSWORD})
        first = "/my/" if role and ROLES[role].family else "/"
        yield role, client, go_round(client, [*doors(world, parts), first, *every_address(parts)])


def test_every_form_that_a_role_can_reach_takes_anything_and_loses_nothing(
    house: tuple[World, dict[str, object]],
) -> None:
    world, parts = house
    wrong: list[str] = []
    done: set[tuple[str, ...]] = set()
    sent = 0
    for role, client, told in rounds(world, parts):
        for key, form in told.forms.items():
            # Each form gets everything once; from others who reach it, something.
            whole, least = key not in done, key[-1] == "save"
            done.add(key)
            for name, given in list(trials(form))[:: 1 if whole and not least else 40]:
                cache.clear()
                sent += 1
                answer = send(client, form, given)
                if fault := faults(answer, form, given):
                    wrong.append(f"{role or 'visitor'}: {' '.join(key)}: {' '.join(given)} = {name}: {fault}")
    assert REACHED - {key[0] for key in done} == set()
    assert sent > 1000
    assert not wrong, f"{len(wrong)} of {sent}\n" + "\n".join(wrong)


Given = dict[str, Value]


def trials(form: PageForm) -> Iterator[tuple[str, Given]]:
    """What to type into which boxes of a form."""
    words = [box for box in form.boxes if box.typed and not numeric(box)]
    for name, value in KEPT.items() if words else ():
        yield name, {box.name: value for box in words}
    # Of boxes that differ only in whose line they stand for, the first: a chronology has one for each event.
    for box in {LINE.sub("*", each.name): each for each in reversed(form.boxes)}.values():
        for name, value in values_for(box).items():
            yield name, {box.name: value}


def values_for(box: Box) -> dict[str, Value]:
    if box.kind == "file":
        return {}
    if box.name == "credential":
        return JSON
    if numeric(box):
        return PART if box.name.endswith(("_month", "_year")) else NUMBER
    return TEXT if box.typed else CHOICE


def numeric(box: Box) -> bool:
    return box.typed and box.name.rpartition("_")[2] in {"day", "month", "year", "at"}


def send(client: Client, form: PageForm, given: Given) -> Any:
    fields: dict[str, list[Value]] = {**form.filled(), **{name: [value] for name, value in given.items()}}
    if form.takes_files:
        files = {
            each.name: SimpleUploadedFile("words.txt", b"words") for each in form.boxes if each.kind == "file"
        }
        plain = {name: values for name, values in fields.items() if all(isinstance(v, str) for v in values)}
        return client.post(form.action, {**plain, **files})
    return client.generic("POST", form.action, encoded(fields), content_type=FORM)


def faults(answer: Any, form: PageForm, given: Given) -> str:
    if answer.status_code >= 500:
        trouble = answer.exc_info[1] if getattr(answer, "exc_info", None) else ""
        return f"answered {answer.status_code} {type(trouble).__name__} {str(trouble)[:200]}"
    if answer.status_code in {301, 302}:
        return ""
    typed = {box.name for box in form.boxes if box.typed} & set(given)
    if answer.status_code not in {200, 409}:  # 409: a colleague was first, told beside the words
        return f"answered {answer.status_code}" if typed else ""
    html, given = shortened(answer.content.decode(), given)
    again = next((each for each in forms_of(html, form.page) if form.names <= each.names), None)
    if again is None:
        return ""
    shown = (form.button and form.button[1] in STEPS) or (form.searches and 'id="found"' in html)
    told = "" if shown else summary_faults(html)
    return told or lost(again, {name: given[name] for name in typed})


def shortened(html: str, given: Given) -> tuple[str, Given]:
    """The page and what was typed with a very long value cut in both: parsing it would take the day."""
    for value in given.values():
        if isinstance(value, str) and len(value) > 100_000 and value in html:
            return html.replace(value, "LONG"), {name: "LONG" for name in given}
    return html, given


def summary_faults(html: str) -> str:
    page = parsed(html)
    ids = set(page.xpath("//@id"))
    alerts = page.xpath(f"//main//*[@role='alert'][not(ancestor::*[{SUMMARY}])]")
    if "likely" in ids or alerts:
        return ""
    links = page.xpath(f"//*[{SUMMARY}]//a/@href")
    if not links:
        return "came back without saying what is wrong"
    missing = [str(each) for each in links if each[1:] not in ids]
    return f"the error summary leads nowhere: {missing}" if missing else ""


def lost(again: PageForm, typed: Given) -> str:
    """What of the typed values is not in the page again."""
    kept = {box.name: box.value for box in again.boxes}
    gone = [
        f"{name} ({kept.get(name, '')[:40]!r})"
        for name, value in typed.items()
        if isinstance(value, str) and bare(value) not in bare(kept.get(name, ""))
    ]
    return f"what was typed is lost: {', '.join(gone)}" if gone else ""


def bare(text: str) -> str:
    """Text as an HTML parser may hand it back: no controls or what stands for them, line ends as one, no space around."""
    return " ".join(CONTROL.sub("", text.replace("\r\n", "\n")).split())

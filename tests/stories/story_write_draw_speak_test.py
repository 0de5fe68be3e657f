"""A young person writes, draws and speaks on a phone, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Document, Event
from tests.design.browser import CHROMIUM, FLAGS
from tests.stories.devices import device
from tests.support import make

pytestmark = pytest.mark.database
HEARS = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
PICTURE = Path(__file__).resolve().parents[2] / "node_modules/govuk-frontend/dist/govuk/assets/images"


@pytest.fixture(scope="module")
def file_browser() -> Iterator[Browser]:
    """A browser that hears a test tone."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *HEARS])
        yield opened
        opened.close()


@pytest.fixture
def young(ada: Person) -> Account:
    account = make.account("young_person")
    make.door(account, ada)
    return account


def kept() -> list[str]:
    return sorted(Document.objects.using(make.OWNER).values_list("media_type", flat=True))


def test_without_scripts_all_three_are_sent_by_the_phones_own_camera_and_recorder(
    browser: Browser, site: str, young: Account, tmp_path: Path
) -> None:
    page = device(browser, site, young, scripts=False).new_page()
    page.goto(f"{site}/my/words/")
    drawing, voice = tmp_path / "nan.png", tmp_path / "me.3gp"
    drawing.write_bytes(next(PICTURE.glob("*.png")).read_bytes())
    voice.write_bytes(b"\0\0\0\x18ftyp3gp4\0\0\0\0isom3gp4" + bytes(200))
    expect(page.locator("[name=drawing]")).to_have_attribute("capture", "environment")
    expect(page.locator("[name=voice]")).to_have_attribute("capture", "user")
    page.get_by_label("Write").fill("this is nan")
    page.locator("[name=drawing]").set_input_files(drawing)
    page.locator("[name=voice]").set_input_files(voice)
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("It is sent.")).to_be_visible()
    assert kept() == ["audio/3gpp", "image/png"]


def test_with_scripts_one_draws_and_records_on_the_page_itself(
    browser: Browser, site: str, young: Account
) -> None:
    page = device(browser, site, young).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{site}/my/words/")
    page.get_by_role("button", name="Draw here").click()
    board = page.get_by_role("img", name="Your drawing")
    board.scroll_into_view_if_needed()
    box = board.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 90, steps=5)
    page.mouse.up()
    expect(page.locator("[name=drawing]")).to_have_value("C:\\fakepath\\drawing.png")
    page.get_by_role("button", name="Rub it all out").click()
    expect(page.locator("[name=drawing]")).to_have_value("")
    board.click()
    expect(page.locator("[name=drawing]")).to_have_value("C:\\fakepath\\drawing.png")

    page.get_by_role("button", name="Record here").click()
    expect(page.get_by_text("Recording now.")).to_be_visible()
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Recorded: 1 second.")).to_be_visible()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("It is sent.")).to_be_visible()
    assert len(kept()) == 2
    assert kept()[1] == "image/png"
    assert kept()[0] in {"audio/webm", "audio/mp4", "audio/ogg"}
    assert Event.objects.using(make.OWNER).count() == 1
    assert complaints == []


def test_only_pages_of_writing_may_listen(site: str, young: Account, lead: Account, ada: Person) -> None:
    from tests.story.seen import signed_in

    for client, address in (
        (signed_in(young), "/my/words/"),
        (signed_in(lead), f"/people/{ada.id}/story/note/"),
    ):
        assert "microphone=(self)" in client.get(address)["Permissions-Policy"]
    for client, address in (
        (signed_in(young), "/my/story/"),
        (signed_in(lead), f"/people/{ada.id}/story/"),
    ):
        assert "microphone=()" in client.get(address)["Permissions-Policy"]

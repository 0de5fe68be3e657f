"""Stories of the service in a browser: a letter with the network off, a chat on a bad line, a name taken out."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator

import pytest
from django.test.utils import override_settings
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from kith.advice.models import Adviser, Chat, ChatLine, Post
from kith.advice.web.quiet import code_of
from tests.advice.seated import OWNER, account, client_of, open_chat_now
from tests.advice.test_forum import TELLING, asks, trusted
from tests.advice.test_library import filled, published
from tests.story.serving import served
from tests.story.set_up import PLAIN
from tests.support.looking import looked_at

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("store_keys")]
READ = (
    "/letters/", f"/letters/{code_of('support-plan')}/", "/where/", f"/where/{code_of('letter-before-court')}/",
    "/private/", "/sheets/",
    f"/sheets/{code_of('conference')}/", "/chat/", "/forum/", "/forum/parents/", "/forum/join/", "/forum/sign-in/",
)  # fmt: skip


@pytest.fixture
def house(store_keys: None) -> Iterator[str]:
    with override_settings(STORAGES=PLAIN), served() as address:
        yield address


def seat(browser: Browser, house: str, of: Adviser, width: int = 1280) -> Page:
    """A browser at the desk."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_cookies([{"name": "desk", "value": client_of(of).cookies["desk"].value, "url": house}])
    return context.new_page()


def phone(browser: Browser, *, scripts: bool = True) -> BrowserContext:
    return browser.new_context(
        viewport={"width": 320, "height": 700}, java_script_enabled=scripts, accept_downloads=True
    )


def test_every_page_fits_and_is_clean(browser: Browser, house: str) -> None:
    filled()
    open_chat_now()
    for width in (320, 1280):
        page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
        heard: list[str] = []
        page.on("console", lambda said, heard=heard: heard.append(said.text))
        for address in READ:
            page.goto(house + address)
            expect(page).to_have_title("Information")
            looked_at(page, f"advice{address.replace('/', '-')}")
        assert heard == []


def test_a_carers_letter_made_with_the_network_off(browser: Browser, house: str) -> None:
    context = phone(browser)
    page = context.new_page()
    page.goto(f"{house}/letters/{code_of('support-plan')}/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    context.set_offline(True)
    page.get_by_label("Your name").fill("Ruth <b>Ames</b> & co")
    page.get_by_label("The child’s first name").fill("Kit")
    page.get_by_label("What you need help with").fill("Fares to school\nSomebody to talk to")
    page.get_by_label("A safe way to reach you").fill("After 9am, 01632 960001")
    expect(page.locator("[data-kith-letter]")).to_contain_text(
        "I am Ruth <b>Ames</b> & co. Kit has lived with me since"
    )
    page.get_by_label("Today’s date").fill("27 November 2026")
    page.get_by_label("Today’s date").blur()
    expect(page.locator("[data-kith-letter-gaps]")).to_have_text("3 gaps are still empty.")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Take it as a Word file").click()
    assert coming.value.suggested_filename == "letter.docx"
    held = coming.value.path().read_bytes()
    said = [each.text for each in Document(io.BytesIO(held)).paragraphs]
    assert (
        "I am Ruth <b>Ames</b> & co. Kit has lived with me since [Since when the child has lived with you]."
        in " ".join(said)
    )
    assert "Fares to school\nSomebody to talk to" in said
    with zipfile.ZipFile(io.BytesIO(held)) as parts:
        assert {each.filename for each in parts.infolist()} == {
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
        }
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert [each for each in asked if not each.startswith("blob:")] == []
    looked_at(page, "advice-letter-filled")
    page.emulate_media(media="print")
    assert page.get_by_label("Your name").is_hidden()
    assert page.locator("[data-kith-letter]").is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Clear what I typed").click()
    expect(page.locator("[data-kith-letter]")).not_to_contain_text("Ruth")
    context.set_offline(False)
    page.reload()
    expect(page.get_by_label("Your name")).to_have_value("")


def test_without_scripts_the_letter_is_blank_and_says_how(browser: Browser, house: str) -> None:
    page = phone(browser, scripts=False).new_page()
    page.goto(f"{house}/letters/{code_of('complain')}/")
    expect(page.get_by_text("Print this page for a blank letter")).to_be_visible()
    expect(page.get_by_label("Your name")).to_be_hidden()
    expect(page.locator("[data-kith-letter]")).to_contain_text("[What happened, and when]")


def begin(page: Page, house: str, words: str) -> None:
    page.goto(f"{house}/chat/")
    page.get_by_label("Who are you?").select_option("parent")
    page.get_by_label("What is it about?").select_option("court")
    page.get_by_label("Your question").fill(words)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("You are next.")).to_be_visible()


def test_a_chat_on_a_bad_line(browser: Browser, house: str) -> None:
    open_chat_now()
    noor = account("adviser", "Noor Halloway")
    context = phone(browser)
    page = context.new_page()
    begin(page, house, "They sent a letter")
    looked_at(page, "advice-chat-now")
    desk = seat(browser, house, noor)
    desk.goto(f"{house}/desk/chats/")
    looked_at(desk, "advice-desk-chats")
    desk.get_by_role("link", name="Court").click()
    desk.get_by_role("button", name="Take this chat").click()
    desk.get_by_label("Write here").fill("Hello. What does it say?")
    desk.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Hello. What does it say?")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("You are talking with Noor.")).to_be_visible(timeout=20_000)
    looked_at(desk, "advice-desk-chat")

    # The line drops just as a line is sent: it came, and no answer did. It is sent again, and stands there once.
    dropped: list[str] = []

    def drop(route: Route) -> None:
        if not dropped:
            dropped.append(route.request.url)
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/chat/now/say", drop)
    page.get_by_label("Write here").fill("That we meet on Friday")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Not sent yet:")).to_be_visible()
    expect(page.locator("[data-chat-lines]").get_by_text("That we meet on Friday")).to_be_visible(
        timeout=30_000
    )
    expect(page.get_by_text("Not sent yet:")).to_be_hidden(timeout=30_000)
    assert ChatLine.objects.using(OWNER).count() == 3
    page.unroute("**/chat/now/say")

    # No line at all for a while: what is typed waits in the page.
    context.set_offline(True)
    page.get_by_label("Write here").fill("Are you still there?")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Not sent yet: Are you still there?")).to_be_visible()
    time.sleep(1)
    context.set_offline(False)
    expect(desk.get_by_text("Are you still there?")).to_be_visible(timeout=30_000)
    # Another look at the page brings it all back.
    page.reload()
    expect(page.locator("[data-chat-lines] li")).to_have_count(4)
    looked_at(page, "advice-chat-talk")
    page.get_by_role("button", name="End the chat").click()
    expect(page.get_by_text("What was written is gone")).to_be_visible()
    assert ChatLine.objects.using(OWNER).count() == 0
    assert Chat.objects.using(OWNER).get().state == "ended"


def test_what_is_half_typed_stays_when_an_adviser_comes_and_when_it_ends(
    browser: Browser, house: str
) -> None:
    open_chat_now()
    noor, bea = account("adviser", "Noor Halloway"), account("adviser", "Bea Tranter")
    page = phone(browser).new_page()
    begin(page, house, "They sent a letter")
    box = page.get_by_label("Write here")
    box.fill("It says that they may take")
    desk, other = seat(browser, house, noor), seat(browser, house, bea)
    desk.goto(f"{house}/desk/chats/")
    desk.get_by_role("link", name="Court").click()
    desk.get_by_role("button", name="Take this chat").click()
    expect(page.get_by_text("You are talking with Noor.")).to_be_visible(timeout=20_000)
    expect(box).to_have_value("It says that they may take")
    # Handed over: the page of whoever had it says so, and a word too late is refused with the word beside it.
    desk.get_by_label("Hand it over to").select_option(label="Bea Tranter")
    desk.get_by_role("button", name="Ask them").click()
    other.goto(desk.url)
    other.get_by_role("button", name="Take this chat").click()
    expect(desk.get_by_text("A colleague has this chat now.")).to_be_visible(timeout=20_000)
    desk.get_by_label("Write here").fill("One thing more")
    desk.get_by_role("button", name="Send").click()
    expect(desk.get_by_text("not yours any more")).to_contain_text("One thing more")
    expect(page.get_by_text("You are talking with Bea.")).to_be_visible(timeout=20_000)
    other.get_by_role("button", name="End the chat").first.click()
    expect(page.get_by_text("What was written is gone.")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("You wrote: It says that they may take")).to_be_visible()
    expect(box).to_be_hidden()


def test_a_chat_without_scripts(browser: Browser, house: str) -> None:
    open_chat_now()
    noor = account("adviser", "Noor Halloway")
    page = phone(browser, scripts=False).new_page()
    begin(page, house, "Hello?")
    desk = seat(browser, house, noor)
    desk.goto(f"{house}/desk/chats/")
    desk.get_by_role("link", name="Court").click()
    desk.get_by_role("button", name="Take this chat").click()
    desk.get_by_label("Write here").fill("I am here")
    desk.get_by_role("button", name="Send").click()
    page.get_by_role("link", name="Look for new lines").click()
    expect(page.get_by_text("I am here")).to_be_visible()
    looked_at_bare(page)
    page.get_by_role("button", name="Write, or end the chat").click()
    page.get_by_label("Write here").fill("Good")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Good")).to_be_visible()
    expect(desk.locator("[data-chat-lines]").get_by_text("Good")).to_be_visible(timeout=20_000)


def looked_at_bare(page: Page) -> None:
    assert page.title() == "Information"


def test_a_moderator_takes_out_a_name(browser: Browser, house: str) -> None:
    asks(trusted(), TELLING, title="what shall i bring", anyhow="yes")
    sol = account("moderator", "Sol Ikande")
    for width in (320, 1280):
        page = seat(browser, house, sol, width)
        page.goto(f"{house}/desk/forum/")
        looked_at(page, "advice-desk-forum")
        page.get_by_role("link", name="what shall i bring").click()
        looked_at(page, "advice-desk-post")
    expect(page.get_by_label("Tyler (a name)", exact=True)).to_be_checked()
    page.get_by_role("button", name="Show it without what is ticked").click()
    expect(page.get_by_text("Nothing waits.")).to_be_visible()
    visitor = phone(browser).new_page()
    visitor.goto(f"{house}/forum/parents/")
    looked_at(visitor, "advice-forum-board-full")
    visitor.get_by_role("link", name="what shall i bring").click()
    expect(
        visitor.get_by_text("My son [name] is at [school] in [place], born [day]. [name] misses me.")
    ).to_be_visible()
    looked_at(visitor, "advice-forum-thread")
    visitor.get_by_role("link", name="Report this").click()
    looked_at(visitor, "advice-forum-report")
    assert "Tyler" not in Post.objects.using(OWNER).get().words


def test_the_desk_of_the_library(browser: Browser, house: str) -> None:
    published()
    imre = account("editor")
    for width in (320, 1280):
        page = seat(browser, house, imre, width)
        page.goto(f"{house}/desk/sheets/")
        looked_at(page, "advice-desk-sheets")
        page.get_by_role("link", name="Going to a meeting").click()
        looked_at(page, "advice-desk-sheet-write")


def test_three_presses_leave_and_typed_words_go_with_it(browser: Browser, house: str) -> None:
    page = phone(browser).new_page()
    page.route(
        "https://www.bbc.co.uk/**",
        lambda route: route.fulfill(body="<p>Weather</p>", content_type="text/html"),
    )
    page.goto(f"{house}/letters/{code_of('my-record')}/")
    page.wait_for_load_state("networkidle")
    page.get_by_label("Your name").fill("Ruth")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/weather")
    page.go_back()
    expect(page.get_by_text("I am Ruth")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_whoever_takes_the_phone_after_the_exit_finds_no_chat_and_no_seat(
    browser: Browser, house: str, scripts: bool
) -> None:
    open_chat_now()
    context = phone(browser, scripts=scripts)
    page = context.new_page()
    page.route(
        "https://www.bbc.co.uk/**",
        lambda route: route.fulfill(body="<p>Weather</p>", content_type="text/html"),
    )
    page.goto(f"{house}/forum/join/")
    page.get_by_label("A made-up name").fill("Blue Kettle")
    page.get_by_label("A password").fill("a long enough one")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("You write as Blue Kettle.")).to_be_visible()
    begin(page, house, "They sent a letter")
    page.get_by_role("button", name="Exit this page").click()
    page.wait_for_url("https://www.bbc.co.uk/weather")
    until = time.monotonic() + 10
    while context.cookies(f"{house}/chat/") and time.monotonic() < until:
        time.sleep(0.1)
    page.goto(f"{house}/chat/now/")
    expect(page.get_by_text("They sent a letter")).to_have_count(0)
    expect(page.get_by_text("Go back to your chat")).to_have_count(0)
    page.goto(f"{house}/forum/")
    expect(page.get_by_text("You write as")).to_have_count(0)

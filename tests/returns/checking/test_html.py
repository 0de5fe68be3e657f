"""The report as a page: what it holds, what it never does, and how it looks in a browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kith.returns.checking.engine import check_return
from kith.returns.checking.findings import findings
from kith.returns.checking.html import child_views, page, rule_views
from kith.returns.checking.paths import gather
from tests.cli.a_return import TOO_YOUNG, sheet, small_return
from tests.design.browser import AXE

HOSTILE = "<script>alert(1)</script>"


def episodes(count: int) -> list[dict[str, str]]:
    return [{**TOO_YOUNG, "CHILD": str(100 + at)} for at in range(count)]


def report(folder: Path, count: int = 3, child: str | None = None) -> str:
    """The page of a return in which `count` children are too young for how their episode ended."""
    rows = episodes(count)
    if child:
        rows[0]["CHILD"] = child
    small_return(folder, *rows)
    sheet(folder / "header.csv", "Header", *({"CHILD": row["CHILD"], "DOB": "02/05/2010"} for row in rows))
    (folder / "notes.csv").write_text(f"{HOSTILE},b\n1,2\n")
    found = gather([folder], year="2026-27")
    answer: dict[str, Any] = check_return(
        found.kind,
        "2026-27",
        found.tables,
        structure=found.structure,
        names=found.names,
        rules=["389", "411"],
    )
    return page(findings(answer), found)


def test_it_tells_by_rule_by_child_and_by_file_what_to_do(tmp_path: Path) -> None:
    text = report(tmp_path / "r")
    assert '<html lang="en-GB">' in text
    assert '<article id="rule-389" data-rule>' in text
    assert "<strong>To do:</strong> Check the date of birth" in text
    assert "<tr><td>100</td><td>episodes.csv</td><td>1</td><td>E7</td><td>01/05/2026</td></tr>" in text
    assert "<summary>Child 100: 1 error, 0 queries</summary>" in text
    assert 'Row 2 of episodes.csv: <a href="#rule-389">' in text
    assert "<strong>notes.csv</strong>: " in text
    assert "give the authority&#39;s ONS code" in text
    assert "This page holds personal data." in text


def test_it_fetches_nothing_and_what_is_in_the_files_is_text(tmp_path: Path) -> None:
    text = report(tmp_path / "r", child=HOSTILE)
    assert HOSTILE not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert re.findall(r"""(?:src|href|action)=["'](?!#)|@import|url\(|https?:""", text) == []
    assert "default-src &#39;none&#39;" in text


def test_a_long_list_is_cut_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_views, "MOST", 10)
    monkeypatch.setattr(child_views, "MOST_CHILDREN", 4)
    text = report(tmp_path / "r", count=15)
    assert "<summary>15 findings</summary>" in text
    assert text.count("<td>episodes.csv</td>") == 10
    assert "5 rows more: all are in the CSV" in text
    assert "11 children more: all are in the CSV" in text


def opened(browser: Browser, text: str, folder: Path, width: int, *, script: bool = True) -> Page:
    file = folder / "report.html"
    file.write_text(text, encoding="utf-8")
    page = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script
    ).new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    assert (asked, complaints) == ([file.as_uri()], [])
    return page


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_its_screen_and_axe_finds_nothing(browser: Browser, tmp_path: Path, width: int) -> None:
    page = opened(browser, report(tmp_path / "r"), tmp_path, width)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]] == []
    page.context.close()


def test_the_filter_shows_only_what_has_the_words(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, report(tmp_path / "r"), tmp_path, 1280)
    page.get_by_label("Show only what has these words").fill("101")
    page.get_by_role("status").filter(has_text="found.").wait_for()
    assert page.get_by_text("Child 101:").is_visible()
    assert not page.get_by_text("Child 100:").is_visible()
    assert page.locator("#rule-389 tbody tr:visible").count() == 1
    page.get_by_label("Show only what has these words").fill("")
    page.get_by_text("Child 100:").wait_for()
    page.context.close()


def test_a_link_to_a_rule_opens_it(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, report(tmp_path / "r"), tmp_path, 1280)
    page.get_by_text("Child 100:").click()
    page.locator("#children").get_by_role("link", name="Error 389").first.click()
    page.locator("#rule-389 tbody tr").first.wait_for(state="visible")
    page.context.close()


def test_without_a_script_it_can_be_read_and_shows_no_filter(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, report(tmp_path / "r"), tmp_path, 320, script=False)
    assert not page.get_by_label("Show only what has these words").is_visible()
    page.get_by_text("3 findings").click()
    assert page.locator("#rule-389 tbody tr:visible").count() == 3
    page.context.close()

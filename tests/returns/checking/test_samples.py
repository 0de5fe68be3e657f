"""The page on the sample returns says of every rule that fails there why it is right, and how many rows it names."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from kith.returns.checking.catalogue import every_rule
from kith.returns.checking.engine import check_return
from kith.returns.checking.paths import gather
from kith.returns.codes import ReturnKind
from tests.docs.pages import ROOT

PAGE = ROOT / "docs" / "sample-returns.md"
YEAR, AUTHORITY = "2025-26", "E09000027"
PARTS: dict[ReturnKind, str] = {"ssda903": "## SSDA903", "cin": "## CIN census"}


def told(kind: ReturnKind) -> dict[str, tuple[int, str]]:
    """Rule to the rows and the words that the page has for it."""
    part = PAGE.read_text().split(PARTS[kind])[1].split("\n## ")[0]
    lines = re.findall(r"^\| ([\w]+) \| (\d+) \| (.+) \|$", part, re.MULTILINE)
    assert len(lines) == len({code for code, _, _ in lines})
    return {code: (int(rows), words) for code, rows, words in lines}


@pytest.mark.parametrize("kind", PARTS)
def test_each_rule_that_the_page_tells_of_is_one_and_has_its_words(kind: ReturnKind) -> None:
    rules = every_rule(kind)
    page = told(kind)
    assert page
    for code, (rows, words) in page.items():
        assert rules[code].holds_in(YEAR)
        assert rows > 0
        assert words.endswith(".")


# The samples are not in this tree. Where they are given the page is held to them.
if "KITH_TEST_SAMPLES" in os.environ:

    @pytest.mark.parametrize("kind", PARTS)
    def test_the_page_tells_of_what_is_found(kind: ReturnKind) -> None:
        samples = Path(os.environ["KITH_TEST_SAMPLES"])
        counts = census(samples) if kind == "cin" else five_years(samples)
        assert {code: rows for code, (rows, _) in told(kind).items()} == dict(counts)


def census(samples: Path) -> Counter[str]:
    return found([samples / "cin"], None)


def five_years(samples: Path) -> Counter[str]:
    folder = samples / "ssda903_five_years"
    years = sorted({path.name[:4] for path in folder.glob("*.csv")})
    files = [sorted(folder.glob(f"{year}-*.csv")) for year in years]
    return sum(
        (found(now, before) for now, before in zip(files, [None, *files[:-1]], strict=True)), Counter[str]()
    )


def found(now: list[Path], before: list[Path] | None) -> Counter[str]:
    """Rows that each failed rule names."""
    given = gather(now, year=YEAR)
    answer = check_return(
        given.kind, YEAR, given.frames(), authority=given.authority if given.kind == "cin" else AUTHORITY,
        last_year=gather(before).frames() if before else None, file_format=given.file_format,
    )  # fmt: skip
    return Counter({each["code"]: len(each["failures"]) for each in answer["rules"] if each["failures"]})

"""The published rules: the same facts give the same award, more need never gives less, and mistakes are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kith.cli.main import app
from kith.kinship.models import CaringKind
from kith.kinship.rules.allowance import FACTS, read, work_out
from kith.kinship.rules.lists import asked_for, everyday, key_ages
from kith.kinship.rules.published import rules_on, version_called, versions
from kith.kinship.rules.reading import FOLDER, RulesError
from kith.kinship.rules.zone import eligible, zone

KINDS = st.sampled_from(CaringKind.values)
AGES = st.integers(0, 17)
HELD = st.sets(st.sampled_from(sorted(FACTS)))
RULES = st.sampled_from(versions())
REGIONS = st.sampled_from(["london", "south_east", "rest"])


@given(RULES, KINDS, AGES, REGIONS, HELD)
def test_the_same_facts_give_the_same_award_and_its_lines_make_the_sum(
    rules, kind, age, region, facts
) -> None:  # type: ignore[no-untyped-def]
    one = work_out(rules, kind=kind, age=age, region=region, facts=sorted(facts))
    two = work_out(rules, kind=kind, age=age, region=region, facts=sorted(facts, reverse=True))
    assert one == two
    assert one.weekly_pence == sum(line.pence for line in one.lines[1:])
    assert one.rule
    assert one.law


@given(RULES, KINDS, AGES, HELD, HELD)
def test_more_need_or_a_higher_age_never_gives_less(rules, kind, age, facts, more) -> None:  # type: ignore[no-untyped-def]
    less = work_out(rules, kind=kind, age=age, facts=facts).weekly_pence
    assert work_out(rules, kind=kind, age=age, facts=facts | more).weekly_pence >= less
    older = min(age + 1, 17)
    assert work_out(rules, kind=kind, age=older, facts=facts).weekly_pence >= less


def test_the_national_sums_of_2025_are_those_published_and_this_years_are_said_to_be_invented() -> None:
    rules = version_called("2025-26")
    assert rules is not None
    assert not rules.invented
    sums = [work_out(rules, kind="foster", age=age).weekly_pence for age in (0, 3, 5, 11, 16)]
    assert sums == [17000, 17600, 19400, 22000, 25800]
    assert rules_on(date(2026, 11, 27)).invented
    assert rules_on(date(2026, 4, 5)) is rules
    assert rules_on(date(2020, 1, 1)) is rules


def its_folder(at: Path, version: str = "2026-27 of ours", *more: tuple[str, str]) -> Path:
    """A council's folder with the sums of a new year: the national file with a number of ours."""
    text = (FOLDER / "allowance" / "2025-26.toml").read_text("utf-8")
    for was, now in (
        ('version = "2025-26"', f'version = "{version}"'), ("from_on = 2025-04-06", "from_on = 2026-04-06"),
        ("rest = [17000", "rest = [17550"), *more,
    ):  # fmt: skip
        assert was in text
        text = text.replace(was, now, 1)
    (at / "allowance").mkdir()
    (at / "allowance" / "2026-27.toml").write_text(text, "utf-8")
    return at


@pytest.mark.parametrize("production", [True, False])
def test_a_council_adds_a_new_years_sums_by_a_file_and_they_hold_from_their_day(
    tmp_path: Path, production: bool
) -> None:
    with override_settings(RULES=str(its_folder(tmp_path)), PRODUCTION=production):
        new = rules_on(date(2026, 4, 6))
        assert (new.version, work_out(new, kind="foster", age=1).weekly_pence) == ("2026-27 of ours", 17550)
        assert rules_on(date(2026, 4, 5)).version == "2025-26"
        assert version_called("2026-27 of ours") is new


def test_invented_sums_hold_nowhere_but_in_the_demonstration() -> None:
    with override_settings(PRODUCTION=True):
        assert [each.version for each in versions()] == ["2025-26"]
        assert rules_on(date(2026, 11, 27)).version == "2025-26"
    assert rules_on(date(2026, 11, 27)).invented


def test_a_folder_that_is_not_there_and_a_version_twice_are_said(tmp_path: Path) -> None:
    with override_settings(RULES=str(tmp_path)), pytest.raises(RulesError, match="no folder allowance in it"):
        versions()
    with (
        override_settings(RULES=str(its_folder(tmp_path, "2025-26"))),
        pytest.raises(RulesError, match="Two files of allowance rules have one version"),
    ):
        versions()


def test_the_command_lists_what_holds_and_says_what_is_wrong_with_a_new_file(tmp_path: Path) -> None:
    runner, new = CliRunner(), its_folder(tmp_path) / "allowance" / "2026-27.toml"
    listed = runner.invoke(app, ["allowance", "--day", "2026-01-05"])
    assert "* 2025-26     from 6 April 2025" in listed.stdout
    assert "Invented, for the demonstration." in listed.stdout
    sound = runner.invoke(app, ["allowance", str(new)])
    assert "0 to 2: £175.50" in sound.stdout
    assert "Nothing is wrong." in sound.stdout
    new.write_text(new.read_text("utf-8").replace("ages = [3, 4]", "ages = [4, 4]"), "utf-8")
    assert "gap or overlap" in str(runner.invoke(app, ["allowance", str(new)]).exception)


def test_what_is_not_known_is_refused_by_name() -> None:
    rules = versions()[0]
    for wrong, says in (
        ({"kind": "aunt", "age": 3}, "aunt"),
        ({"kind": "sgo", "age": 18}, "18"),
        ({"kind": "sgo", "age": 3, "region": "wales"}, "wales"),
        ({"kind": "sgo", "age": 3, "facts": ["rich"]}, "rich"),
    ):
        with pytest.raises(ValueError, match=says):
            work_out(rules, **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("ages = [3, 4]", "ages = [4, 4]", "gap"),
        ("[17000, 17600", "[17700, 17600", "none less"),
        ('all = ["zone"]', 'all = ["zones"]', "zones is no fact"),
        ('kinds = ["temporary", "foster"]', 'kinds = ["temporary"]', "no rule always holds for foster"),
        ("percent = 25", 'percent = "25"', "must be int"),
        ("notice_days = 28", "notice_day = 28", "notice_days is missing"),
        ("ages = [0, 2]", "ages = [0, 2", "Mend that line"),
    ],
)
def test_a_mistake_in_a_version_is_told_by_file_and_remedy(
    tmp_path: Path, was: str, now: str, says: str
) -> None:
    text = (FOLDER / "allowance" / "2025-26.toml").read_text("utf-8")
    assert was in text
    (tmp_path / "x.toml").write_text(text.replace(was, now, 1), "utf-8")
    with pytest.raises(RulesError, match=says) as wrong:
        read(tmp_path / "x.toml")
    assert "x.toml" in str(wrong.value)


ON = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("kind", "facts", "rule"),
    [
        ("sgo", [], "sgo"),
        ("family", ["asked_sgo"], "sgo-asked"),
        ("cao", ["public"], "cao-public"),
        ("cao", [], ""),
        ("cao", ["meeting_decided"], "cao-private"),
        ("cao", ["meeting_decided", "with_parent"], ""),
        ("family", ["asked_cao", "protection_plan"], "cao-asked"),
        ("family", ["protection_plan"], ""),
        ("foster", [], ""),
    ],
)
def test_the_zones_rules_hold_as_they_were_published(kind: str, facts: list[str], rule: str) -> None:
    found = eligible(kind=kind, facts=facts, on=ON)
    assert (found.yes, found.rule) == (bool(rule), rule)
    assert found.says


def test_before_the_zones_began_nobody_is_paid_by_them_and_their_councils_are_named() -> None:
    assert not eligible(kind="sgo", facts=[], on=date(2026, 2, 26)).yes
    assert len(zone().councils) == 7


def test_what_changes_at_16_and_18_is_told_a_year_before() -> None:
    told = {each.age: each for each in key_ages()}
    assert told[16].due_on(date(2012, 2, 29)) == date(2027, 2, 28)
    assert told[18].months_before == 12
    assert {"haircut", "sleepover"} <= everyday().keys()


def test_each_route_asks_its_questions_and_most_are_the_same() -> None:
    foster, sgo = ({each.id for each in asked_for(route)} for route in ("foster", "sgo"))
    assert len(foster & sgo) >= 8
    assert "order" in sgo - foster

"""The kinds of kinship care change on a day: what was and what will be are each shown on their own days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kith.kinship.rules import kinds
from kith.kinship.rules.kinds import all_kinds, kinds_on
from kith.kinship.rules.reading import FOLDER, RulesError

ID = 'id = "family"\n'
CHANGES = date(2027, 4, 1)
Changed = Callable[[str, str], None]


@pytest.fixture
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Changed]:
    """Our own file, where the first kind ends on a day and comes again from another with other money."""

    def write(until: str, from_on: str) -> None:
        text = (FOLDER / "kinds.toml").read_text("utf-8")
        before, _, after = text.partition(ID)
        first, mark, others = after.partition("[[kind]]")
        again = first.replace('money = "', 'money = "From now on a weekly sum. ').replace(
            "from_on = 2014-04-22", f"from_on = {from_on}"
        )
        ended = f"{first.rstrip()}\nuntil = {until}\n\n"
        (tmp_path / "kinds.toml").write_text(
            f"{before}{ID}{ended}[[kind]]\n{ID}{again}{mark}{others}", "utf-8"
        )
        monkeypatch.setattr(kinds, "FOLDER", tmp_path)
        all_kinds.cache_clear()

    yield write
    monkeypatch.undo()
    all_kinds.cache_clear()


def money(day: date) -> str:
    (one,) = (each for each in kinds_on(day) if each.id == "family")
    return one.rows["money"]


def test_a_kind_says_until_its_last_day_what_held_and_from_the_next_what_holds(changed: Changed) -> None:
    before = money(date(2027, 3, 31))
    changed("2027-03-31", "2027-04-01")
    assert money(date(2027, 3, 31)) == before
    assert money(CHANGES) == f"From now on a weekly sum. {before}"
    assert len(kinds_on(CHANGES)) == len(kinds_on(date(2027, 3, 31)))


def test_two_of_one_kind_on_one_day_are_refused_with_the_kind_and_the_remedy(changed: Changed) -> None:
    changed("2027-04-01", "2027-04-01")
    with pytest.raises(RulesError, match="kind family: two hold on one day"):
        all_kinds()

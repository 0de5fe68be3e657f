"""The list that comes with Kith: whole, sourced, plain; and a broken one is refused with where and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from kith.design.wording import WordingError, hints, shipped
from kith.design.wording.load import load

GOOD = """[source]
who.cited = "Somebody, 2019"

[[entry]]
key = "one"
phrases = ["bad word"]
why = "It hurts."
instead = ["good word"]
source = "who"
"""


def faults(folder: Path, text: str) -> str:
    (folder / "list.toml").write_text(text, "utf-8")
    with pytest.raises(WordingError) as refused:
        load(folder)
    return str(refused.value)


def test_every_entry_is_plain_and_no_phrase_has_two() -> None:
    entries = shipped()
    assert 40 <= len(entries) <= 70
    phrases = [phrase for each in entries for phrase in each.phrases]
    assert len(phrases) == len(set(phrases))
    assert all(each.why.count("\n") == 0 and each.source for each in entries)
    # Other words may not themselves be words that hurt.
    said = {each.key: hints(". ".join(each.instead), entries) for each in entries}
    assert {key: found for key, found in said.items() if found} == {}


@pytest.mark.parametrize(
    "words", ["case", "non-engaging", "hard to reach", "supervised contact", "placement", "failed to protect"]
)
def test_what_kith_was_founded_on_asks_for_is_in_it(words: str) -> None:
    assert len(hints(words, shipped())) == 1


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "list.toml").write_text(GOOD, "utf-8")
    assert [(each.key, each.source, each.link) for each in load(tmp_path)] == [("one", "Somebody, 2019", "")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["bad word"]', '["?!"]', "list.toml, line 4: entry one: phrases: '?!' cannot be looked for."),
        ('["bad word"]', '"bad word"', "list.toml, line 4: entry one: phrases: missing, or of another kind."),
        ('why = "It hurts."\n', "", "list.toml, line 4: entry one: why: missing"),
        ('source = "who"', 'source = "nobody"', "'nobody' is not there. Add it under [source]"),
        ("why =", "whi =", "entry one: whi: not known here. Take it away, or mend its spelling."),
        ('["good word"]', '["a", "b", "c", "d"]', "instead: 4 are too many. Give one to three other words."),
        ('["good word"]', "[]", "instead: nothing is here"),
        ('key = "one"', 'key = "One!"', "key: this is no name for an entry. Use small letters"),
        ("[[entry]]", "[[entry]", "list.toml, line 4: entry -: -: not readable"),
        ('who.cited = "Somebody, 2019"', 'who = "Somebody"', "entry one: source: 'who' is not there"),
    ],
)
def test_a_broken_file_says_where_and_how_to_mend_it(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert said in faults(tmp_path, GOOD.replace(old, new, 1))


def test_a_key_that_is_used_twice_and_a_folder_of_nothing_are_refused(tmp_path: Path) -> None:
    assert "key: it is used before" in faults(tmp_path, GOOD + GOOD.partition("\n\n")[2])
    assert "There is no entry" in faults(tmp_path, "")

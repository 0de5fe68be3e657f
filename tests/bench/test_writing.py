"""Writing is held to the time that checking what was written takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kith.bench import writing
from kith.bench.checking import Took
from kith.bench.commands import Ran


def test_each_return_is_held_to_checking_what_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def run(_scratch: Any, *words: str) -> Ran:
        asked.append(words)
        return Ran("", {"ssda903": 1.0, "cin": 3.0}.get(words[1], 9.0), 2**20, 0.5)

    monkeypatch.setattr(writing, "KNOWN", (100, 200))
    monkeypatch.setattr(writing, "copy", lambda _data, name: name)
    monkeypatch.setattr(writing, "remove", lambda _scratch: None)
    monkeypatch.setattr(writing, "run", run)
    monkeypatch.setattr(writing, "run_alone", lambda words, _fine: Took(2.0, 0) if "check" in words else None)
    found = {
        (each.part, each.what): each for each in writing.time_writing(Path(), runs=1, seed=1, say=str.upper)
    }
    quick, slow = found["write ssda903", "200 children known"], found["write cin", "200 children known"]
    assert (quick.judged, quick.verdict) == (0.5, "within")
    assert (slow.judged, slow.verdict) == (1.5, "over")
    assert found["write cin", "growth, exponent"].verdict == "within"
    assert asked[0] == ("demo", "--children", "100", "--seed", "1")

"""An option with several values, as `--providers FILE...` is written in the contract."""

from __future__ import annotations

import pytest

from kith.cli.many_values import spread


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("return --providers a b", "return --providers a --providers b"),
        ("return --providers a b --year 2026-27", "return --providers a --providers b --year 2026-27"),
        ("--providers a b --year 2026-27 return", "--providers a --providers b --year 2026-27 return"),
        ("--providers a return", "--providers a return"),
        ("--year 2026-27 --providers a return", "--year 2026-27 --providers a return"),
        ("return --providers a --providers b", "return --providers a --providers b"),
        ("return --providers", "return --providers"),
        ("return --year 2026-27", "return --year 2026-27"),
    ],
)
def test_each_value_up_to_the_next_option_is_its(typed: str, means: str) -> None:
    assert spread(typed.split(), "--providers") == means.split()

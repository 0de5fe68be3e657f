"""A check as JSON, in the shape of the contract, written piece by piece: it may hold a million failures."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kith.returns.checking.failures import Failures


def json_text(answer: Mapping[str, Any]) -> Iterator[str]:
    """The text of the answer's JSON, with a line end."""
    yield "{"
    for key, value in answer.items():
        if key != "rules":
            yield f"{json.dumps(key)}: {json.dumps(value)}, "
    yield '"rules": ['
    for number, rule in enumerate(answer["rules"]):
        yield ", " if number else ""
        yield from _rule(rule)
    yield "]}\n"


def _rule(rule: Mapping[str, Any]) -> Iterator[str]:
    failures = rule["failures"]
    yield json.dumps({key: value for key, value in rule.items() if key != "failures"})[:-1] + ', "failures": '
    yield from failures.json() if isinstance(failures, Failures) else ("[]",)
    yield "}"

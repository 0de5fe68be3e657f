"""One check of the live record: the rules asked, and each failure as the fact that it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings

from kith.returns.checking.catalogue import every_rule
from kith.returns.checking.engine import check_return
from kith.returns.checking.geo import authority_of
from kith.returns.codes import ReturnKind
from kith.returns.codes.windows import window_from
from kith.returns.findings.live import Fact, Live, live
from kith.returns.findings.told import label_of, tells_inside, words_of
from kith.returns.writing import Window

ACROSS: dict[ReturnKind, frozenset[str]] = {
    "ssda903": frozenset({"444"}),
    "cin": frozenset({"1520", "8510"}),
}
"""Rules that look at other children's rows: a number used twice. One child's rows alone cannot answer them."""
COMPARED = frozenset({"ssda903"})
"""Returns that have rules which compare it with last year's."""
WHOLE_YEAR = "cla12"
"""What rules say of children looked after all year (`context/ssda903.sql`): their health is asked of them once a year."""


@dataclass(frozen=True, slots=True)
class Found:
    """`unknown`: rules that could not be asked now; `rows`: a tuple for each failure, as `refresh` writes it."""

    unknown: list[str]
    rows: list[tuple[Any, ...]]


def check(
    kind: ReturnKind,
    window: Window,
    only: Sequence[UUID] | None = None,
    *,
    today: dt.date,
    providers: pa.Table | None = None,
) -> Found:
    """What the rules of a year find in the record, of everybody or of some records (all that each person goes by).

    A year that is not over is taken to end today: nobody is late for a day that has not come. Rules about the whole
    year are asked from its last quarter on. Rules that compare with last year's return are given the record as that
    year's would be written now. Of some records, rules that look across children and
    those of a return as a whole are not asked. `providers`: Ofsted's lists, as `check_tables` takes them; without them
    no rule that needs them is asked. Needs the worker's login.
    """
    early = today < dt.date(window.ends.year, 1, 1)
    last = live(kind, window_from(window.starts.year - 1), only) if kind in COMPARED else Live(kind=kind)
    window = replace(window, ends=min(window.ends, max(today, window.starts)))
    record = live(kind, window, only)
    # Whoever is in last year's alone is somebody too.
    record.roots = last.roots | record.roots
    rules = every_rule(kind)
    codes = [
        code
        for code, rule in rules.items()
        if rule.holds_in(window.year) and not (early and WHOLE_YEAR in words_of(rule))
    ]
    if only is not None:
        codes = [code for code in codes if code not in ACROSS[kind]]
        if not record.roots:
            return Found(list(ACROSS[kind]), [])
    own = authority_of(settings.LEA)
    answer = check_return(
        kind,
        window.year,
        record.frames,
        authority=own,
        last_year=last.frames or None,
        providers=providers if only is None else _asked_of(providers, last, record),
        rules=codes,
        until=window.ends,
        rules_alone=True,
    )
    unknown = [rule["code"] for rule in answer["rules"] if rule["status"] == "not_run"]
    if only is not None:
        unknown += ACROSS[kind]
    return Found(unknown, list(_rows(kind, record, answer, whole=only is None)))


def _asked_of(providers: pa.Table | None, *returns: Live) -> pa.Table | None:
    """Of Ofsted's lists those providers that these rows name: rules ask about no other."""
    if providers is None or "URN" not in providers.column_names:
        return providers
    named = {
        urn
        for each in returns
        if "Episodes" in each.frames
        for urn in each.frames["Episodes"]["URN"].to_pylist()
    }
    return providers.filter(pc.is_in(providers["URN"], pa.array(named, pa.string())))


def _rows(
    kind: ReturnKind, record: Live, answer: dict[str, Any], *, whole: bool
) -> Iterator[tuple[Any, ...]]:
    rules = every_rule(kind)
    seen = set()
    for each in answer["rules"]:
        if not each["failures"]:
            continue
        rule = rules[each["code"]]
        label, inside = label_of(rule), tells_inside(rule)
        for failure in each["failures"]:
            fact = record.fact(failure["table"], failure["row"], failure["child"]) or Fact("", None, None)
            if fact.person is None and not whole:
                continue
            key = (rule.code, fact.person, fact.table, fact.id)
            if key not in seen:
                seen.add(key)
                child, columns = (failure["child"] or "")[:60], list(failure["columns"])
                yield (
                    rule.code, rule.severity, failure["table"], fact.person, child, fact.table, fact.id, fact.day,
                    columns, label, inside,
                )  # fmt: skip

"""One column of a return as SQL over the record: text, blank as NULL, nothing that came after the year."""

from __future__ import annotations

from kith.care.short_breaks import SHORT_BREAKS
from kith.returns.codes import Column, ReturnKind
from kith.returns.load.shapes import FactTable, Part, literal, quoted
from kith.returns.writing.outputs import PLANNED, TOLD_BY, Output
from kith.returns.writing.window import Window

POSTCODES = frozenset({"home_postcode", "placement_postcode"})
_BREAKS = ", ".join(literal(code) for code in SHORT_BREAKS)


def filled(sql: str, window: Window) -> str:
    """SQL with the window's days and year in the places named {starts}, {ends} and {year}."""
    return sql.format(starts=_day(window.starts), ends=_day(window.ends), year=literal(window.year))


def _day(day: object) -> str:
    return f"DATE '{day}'"


def written_day(sql: str, kind: ReturnKind) -> str:
    """SQL: a day as the return writes it, DD/MM/YYYY in the SSDA903 and ISO in the CIN census."""
    return f"to_char({sql}, '{'DD/MM/YYYY' if kind == 'ssda903' else 'YYYY-MM-DD'}')"


def sex(kind: ReturnKind, window: Window) -> str:
    """SQL: the sex of `c` by the codes of the year: numbers up to 2023-24, letters since."""
    # Nobody's sex is known before birth (rule 8750).
    said = f"CASE WHEN {unborn(window)} THEN 'U' ELSE c.sex END" if kind == "cin" else "c.sex"
    if window.year >= "2024-25":
        return said
    unknown = "NULL" if kind == "ssda903" else "'0'"
    return f"CASE {said} WHEN 'M' THEN '1' WHEN 'F' THEN '2' ELSE {unknown} END"


def unborn(window: Window) -> str:
    """SQL: whether `c` was not born yet on the last day of the year."""
    return f"(c.unborn OR coalesce(c.born > {_day(window.ends)}, false))"


def of_child(name: str, kind: ReturnKind, window: Window) -> str | None:
    """SQL over the child `c` for a column that tells of the child itself; None for any other."""
    born, ends = written_day("c.born", kind), _day(window.ends)
    return {
        "CHILD": "c.child",
        "LAchildID": "c.child",
        "DOB": f"CASE WHEN NOT c.unborn THEN {born} END",
        "SEX": sex(kind, window),
        "Sex": sex(kind, window),
        "GenderCurrent": sex(kind, window),
        "ETHNIC": "c.ethnicity",
        "Ethnicity": "c.ethnicity",
        "UPN": "coalesce(c.upn, c.upn_unknown)" if kind == "ssda903" else "c.upn",
        "FormerUPN": "c.former_upn",
        "UPNunknown": "CASE WHEN c.upn IS NULL THEN c.upn_unknown END",
        # Who was born since was unborn on the last day: their birth is the nearest to what was expected then.
        "PersonBirthDate": f"CASE WHEN NOT {unborn(window)} THEN {born} END",
        "ExpectedPersonBirthDate": f"CASE WHEN {unborn(window)} THEN {born} END",
        "PersonDeathDate": f"CASE WHEN c.died <= {ends} THEN {written_day('c.died', kind)} END",
        # Of a care leaver who was not looked after this year it is not asked (rule 628).
        "MOTHER": f"CASE WHEN NOT c.looked_after THEN NULL WHEN m.first_child_born_on > {ends} THEN '0'"
        " ELSE m.is_mother::int::text END",
        "MC_DOB": f"CASE WHEN c.looked_after AND m.first_child_born_on <= {ends} THEN"
        f" {written_day('m.first_child_born_on', kind)} END",
    }.get(name)


def of_fact(column: Column, output: Output, window: Window) -> str:
    """SQL over the fact `t`, what is beside it `b`, and its child `c`. Raises KeyError for a column nothing fills."""
    fact = output.fact
    part = next((each for each in fact.parts if each.source == column.name), None)
    if part is None:
        own = of_child(column.name, fact.kind, window)
        if own is None:
            raise KeyError(f"{fact.table}.{column.name} is filled by nothing in the record.")
        return own
    return _value(part, fact, window)


def _value(part: Part, fact: FactTable, window: Window) -> str:
    beside = fact.beside is not None and part in fact.beside.values
    name = f"{'b' if beside else 't'}.{quoted(part.column)}"
    later = TOLD_BY.get(part.column)
    if part.sort == "day":
        told = written_day(name, fact.kind)
        # A key's day lies within the year already.
        unless = "" if part in fact.key or part.column in PLANNED else f"{name} > {_day(window.ends)}"
    else:
        told = {"text": f"nullif({name}, '')", "flag": f"{name}::int::text"}.get(part.sort, f"{name}::text")
        known = later is not None and any(each.column == later for each in fact.parts)
        unless = f"t.{later} > {_day(window.ends)}" if known else ""
    if beside:
        unless = "c.kept_safe"
        if part.column in POSTCODES:
            unless += f" OR t.legal_status IN ({_BREAKS})"
    return f"CASE WHEN {unless} THEN NULL ELSE {told} END" if unless else told

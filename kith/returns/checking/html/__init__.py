"""A check as one HTML page that opens anywhere: it fetches nothing, and needs no script to be read."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from importlib.resources import files

from kith.returns.checking.findings import Findings, counted
from kith.returns.checking.gathered import Gathered
from kith.returns.checking.html.child_views import by_child
from kith.returns.checking.html.file_views import by_file
from kith.returns.checking.html.rule_views import by_rule
from kith.returns.checking.result import failed

TITLES = {"ssda903": "SSDA903 return", "cin": "CIN census"}


def page(found: Findings, of: Gathered, *, now: dt.datetime | None = None) -> str:
    """The whole page. It holds children's ids and what their rows say: keep it as the return itself is kept.

    Long lists are cut and say so. A policy in the page lets it load nothing at all, whatever its data holds.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    style, script = _text("page.css"), _text("page.js")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["counted"] = counted
    # strftime pads the day with a nought, which no letter does.
    made = now or dt.datetime.now().astimezone()
    return environment.from_string(_text("page.html")).render(
        title=TITLES[of.kind],
        answer=found.answer,
        authority=of.authority,
        made=f"{made.day} {made:%B %Y at %H:%M}",
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        # Both are files of ours, so that nothing in them needs escaping.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        failed=failed(found.answer),
        found=found,
        groups=by_rule(found, of.tables),
        children=by_child(found),
        files=by_file(found),
        not_run=sorted(found.not_run.items(), key=lambda each: -len(each[1])),
        notes=of.notes,
    )


def _text(name: str) -> str:
    return (files("kith.returns.checking.html") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

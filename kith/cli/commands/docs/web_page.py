"""The data dictionary as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from kith.cli.commands.docs.markdown import kept, meaning, protection
from kith.cli.commands.docs.tables import TableEntry

HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Data dictionary of Kith</title>
<style>body{font:1rem/1.5 sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem}
table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;
border-bottom:1px solid #767676}code,td{overflow-wrap:anywhere}</style></head><body>
<h1>Data dictionary</h1>
<p>Made from the models by <code>kith dictionary</code>. A rule in ⟨ ⟩ is a look at the grants.</p>"""


def as_html(tables: Sequence[TableEntry]) -> str:
    """The whole dictionary, with a list of tables that leads to each."""
    lines = [HEAD, "<nav aria-label='Tables'><ul>"]
    lines += [f"<li><a href='#{each.table}'>{each.room}: {each.model}</a></li>" for each in tables]
    lines.append("</ul></nav><main>")
    for room, members in groupby(tables, key=lambda each: each.room):
        lines.append(f"<h2>Room: {room}</h2>")
        for table in members:
            lines += _section(table)
    return "\n".join(lines) + "\n</main></body></html>\n"


def _section(table: TableEntry) -> Iterator[str]:
    yield f"<section id='{table.table}'><h3>{table.model} (<code>{table.table}</code>)</h3>"
    if table.says:
        yield f"<p>{escape(table.says)}</p>"
    yield "<table><thead><tr><th>Field<th>Kind<th>Needed<th>What it means</tr></thead><tbody>"
    for field in table.fields:
        cells = (escape(field.kind), "yes" if field.required else "", escape(meaning(field)))
        yield f"<tr><td><code>{field.name}</code><td>" + "<td>".join(cells) + "</tr>"
    yield "</tbody></table>"
    if table.constraints:
        yield "<p>The database refuses what breaks these:</p><ul>"
        yield from (f"<li>{escape(each)}</li>" for each in table.constraints)
        yield "</ul>"
    yield f"<p>{escape(protection(table))}</p><ul>"
    for policy in table.policies:
        also = "<em>and also</em> " if policy.restrictive else ""
        yield f"<li>{also}{policy.verb}: <code>{escape(policy.rule)}</code></li>"
    yield f"</ul><p>{escape(kept(table).replace('`', ''))}</p></section>"

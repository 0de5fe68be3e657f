"""The data dictionary as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kith.cli.commands.docs.tables import FieldEntry, TableEntry

PREAMBLE = """\
# Data dictionary

Made from the models by `kith dictionary`; change the model, not this text.

**Who may read.** Every table of people's facts is under row level security, forced on all. The rules
shown are those for the web application's login. A rule in ⟨ ⟩ is a look at the grants (access_grant). A
rule marked *and also* narrows all others. The worker's login has a rule of its own on each such table
(a named service, task or command, with an actor), as have migrations and the security-definer functions.

**History.** A tracked table keeps each version that was changed or removed in its history table, by
trigger. There each row has the columns of its table and: `pgh_id` (its own number), `pgh_created_at`
(when the version ended), `pgh_label` (changed or removed), `pgh_obj` (the row it was a version of),
`pgh_context` (who did it, in which role, why) and `pgh_context_id` (the request it was part of). The row
itself is its newest version.

*Needed* means that the field must be given and has no value to fall back on."""


def as_markdown(tables: Sequence[TableEntry]) -> str:
    """The whole dictionary: one part for each room, one section for each table."""
    lines = [PREAMBLE]
    for room, members in groupby(tables, key=lambda each: each.room):
        lines.append(f"\n## Room: {room}")
        for table in members:
            lines += _section(table)
    return "\n".join(lines) + "\n"


def _section(table: TableEntry) -> Iterator[str]:
    yield f"\n### {table.model} (`{table.table}`)\n"
    if table.says:
        yield f"{table.says}\n"
    yield "| field | kind | needed | what it means |"
    yield "|---|---|---|---|"
    for field in table.fields:
        needed = "yes" if field.required else ""
        yield f"| `{field.name}` | {cell(field.kind)} | {needed} | {cell(meaning(field))} |"
    if table.constraints:
        yield "\n**The database refuses what breaks these**\n"
        yield from (f"- {each}" for each in table.constraints)
    yield f"\n**Who may read and write.** {protection(table)}\n"
    for policy in table.policies:
        also = "*and also* " if policy.restrictive else ""
        yield f"- {also}{policy.verb}: `{policy.rule}`"
    yield f"\n**History.** {kept(table)}"


def meaning(field: FieldEntry) -> str:
    """The help text, and the codes with their words."""
    codes = "; ".join(f"{code}: {words}" for code, words in field.choices)
    return " ".join(each for each in (field.says, f"({codes})" if codes else "") if each)


def protection(table: TableEntry) -> str:
    """One line on the table's row level security."""
    if table.policies:
        return "Row level security, forced:"
    return "No row level security for the web application: what it may do here is in the migrations' grants."


def kept(table: TableEntry) -> str:
    """One line on the table's history."""
    if not table.history:
        return "None is kept by trigger."
    without = f", without {', '.join(table.not_in_history)}" if table.not_in_history else ""
    return f"Changed and removed versions are in `{table.history}`{without}."


def cell(text: str) -> str:
    """Text as it may stand in a cell of a Markdown table."""
    return text.replace("|", "\\|")

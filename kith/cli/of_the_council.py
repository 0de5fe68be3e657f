"""Lines of the duties that are the council's own and about no person, for `kith duties`."""

from __future__ import annotations

import json
from datetime import date

from kith.cli.errors import CannotError


def about(duty: str | None, *, asked: bool, believed: object, person: object) -> bool:
    """Whether the council's own duties are asked for: outright, or by the id of one. Raises CannotError."""
    from kith.law.council import OWN

    if not asked and duty not in {each for room in OWN.values() for each in room}:
        return False
    for option, given in (("--believed", believed), ("--person", person)):
        if given is not None:
            raise CannotError(
                f"The council's own duties are about nobody and told as they stand: leave {option} out."
            )
    return True


def lines(as_at: date, duty: str | None, output: str) -> str:
    """As the command prints them; one that is not known here is left out, as it is of people. Raises CannotError."""
    from kith.law import council

    found = [each for each in council.own(as_at) if duty in (None, each.duty.id)]
    if duty is not None and not found:
        raise CannotError(f"{duty} is none of the duties of the council itself: leave --council out.")
    rows = [council.as_json(each, as_at) for each in found if each.state != "not known"]
    if output == "json":
        return "[" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "]\n"
    told = (
        f"{row['state']:9}{row['due'] or '-':10}  {row['duty']:7}the council  {row['name']}\n" for row in rows
    )
    return "".join(told)

"""The invented charity's advisers, and how they sign in."""

from __future__ import annotations

from typing import NamedTuple

HOST = "nextstep.example"
PASSWORD = "family-first"  # noqa: S105 - the demonstration's, refused in production


class Somebody(NamedTuple):
    """One account of the demonstration."""

    name: str
    role: str
    login: str
    says: str


PEOPLE = (
    Somebody("Noor Halloway", "adviser", f"adviser@{HOST}", "adviser"),
    Somebody("Bea Tranter", "adviser", f"adviser-two@{HOST}", "another adviser, to hand a chat to"),
    Somebody("Sol Ikande", "moderator", f"moderator@{HOST}", "moderator of the forums"),
    Somebody("Imre Vass", "editor", f"editor@{HOST}", "editor of the advice sheets"),
    Somebody("Gwen Aldous", "manager", f"manager@{HOST}", "manager of the charity"),
)
SIGN_INS = tuple((each.login, each.says) for each in PEOPLE)

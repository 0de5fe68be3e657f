"""What an account finds on Today for the work of its role, beside the people it works with."""

from __future__ import annotations

from kith.access.permissions import Permission
from kith.access.roles import Role

PLACES = (
    (Permission.COORDINATE, "Family meetings", "/meetings/", "The meetings that you prepare."),
    (Permission.READ_LOGS, "Who looked at what", "/audit/looks/", "Every look at a record, with its reason."),
    (
        Permission.SCREEN,
        "Requests for help",
        "/help/requests/",
        "Who asked for help, and waits for a decision.",
    ),
    (
        Permission.READ_LOGS,
        "Looks to ask about",
        "/audit/odd/",
        "The week's looks that somebody should explain.",
    ),
    (
        Permission.READ_LOGS,
        "Entries to ask about",
        "/audit/doubtful/",
        "What was written down that may not be what happened.",
    ),
    (Permission.MANAGE_ACCOUNTS, "Accounts", "/accounts/", "Make, date and end accounts."),
    (
        Permission.WRITE_RETURNS,
        "Rows to settle",
        "/returns/waiting/",
        "Rows of returns that contradict each other.",
    ),
    (
        Permission.READ_AGGREGATES,
        "Findings in the returns",
        "/returns/findings/",
        "What would stop a return today, how old it is, and how it goes.",
    ),
    (
        Permission.SET_MONEY,
        "Money for practical help",
        "/help/money/",
        "What there is, what is spent of it, and more set aside.",
    ),
    (
        Permission.SEE_ACCOUNTABILITY,
        "Accountability",
        "/accountability/",
        "How duties are kept: in time, late, and still to do.",
    ),
    (
        Permission.SEE_ACCOUNTABILITY,
        "Help in figures",
        "/insight/",
        "Does help reach families: offers, waits, changes of lead, what families say.",
    ),
    (
        Permission.SET_DUTIES,
        "The council's own times",
        "/law/settings/",
        "Local times and promises beyond the law.",
    ),
)
FINDS = frozenset({Permission.FIND, Permission.SEE_INDEX_LINE})


def places(role: type[Role]) -> list[tuple[str, str, str]]:
    """(text, address, what it is) of the places that a role may come to."""
    return [(text, href, says) for needs, text, href, says in PLACES if needs in role.may]


def finds(role: type[Role]) -> bool:
    """Whether Find has anybody for this role: those who search, and those who work with people."""
    return bool(FINDS & role.may) or bool(role.opens)

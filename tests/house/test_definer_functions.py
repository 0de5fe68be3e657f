"""Functions that look past row level security ask who calls them: any login may call them with SQL of its own.

What such a function answers about an id, it answers to whoever knows the id or guesses words. So each names the actor, or
asks one that does before anything else; or it stands in the short list below, with why it need not.
"""

from __future__ import annotations

import re

import pytest
from django.db import connections

from tests.support import make

pytestmark = pytest.mark.database
ASKS = re.compile(r"\bkith_(?:actor|actor_role|on_behalf_of)\(\)")
# What answers yes only to an actor who may: asked first, it stands for the actor.
GATES = (
    "bonds_links_reader",
    "care_opens", "bonds_writes_of", "homes_opens", "homes_words_why_not",
    "access_keeps_apart", "access_opens_for", "access_sends", "access_signed_in", "decisions_door", "decisions_staff",
    "help_family_open", "help_inside", "help_may_give", "help_person_open", "help_request_open", "help_screens",
    "kinship_opens", "kith_released", "letters_open", "letters_words_stop", "money_may_read", "people_may_name",
    "plan_written", "story_works_on", "bonds_plan_writes", "letters_words_may_leave",
)  # fmt: skip
OF_A_SECRET = "Nobody acts yet: it asks for a secret that is kept as a digest alone."
BY_THE_PUBLIC = (
    "For everybody without an account, about what is published; what is sent is kept for a person to read."
)
NEEDS_NO_ACTOR = {
    "access_calendar_of": OF_A_SECRET,
    "access_session_end": OF_A_SECRET,
    "access_session_read": OF_A_SECRET,
    "access_session_write": OF_A_SECRET,
    "access_sessions_clear": "Removes what has run out, whoever asks, and answers nothing.",
    "decisions_line_agreed": "Policies ask it of a row that they let through already; yes or no of an id that one has.",
    "decisions_plan_agreed": "Policies ask it of a row that they let through already; yes or no of an id that one has.",
    "letters_told": "No for what is not yet told and for what is not there: the two cannot be told apart.",
    "offer_nudged": OF_A_SECRET,
    "offer_report": BY_THE_PUBLIC,
    "offer_still_right": OF_A_SECRET,
    "offer_suggest": BY_THE_PUBLIC,
    "story_from_the_door": "Whether an event was written by its writer's own door: of an id that one has, and no more.",
}
DEFINERS = """
SELECT p.proname, p.prosrc, has_function_privilege('kith_app', p.oid, 'EXECUTE'), p.prorettype = 'trigger'::regtype,
       p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0)
  FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace
"""


def definers() -> list[tuple[str, str, bool, bool, bool]]:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(DEFINERS)
        return list(cursor.fetchall())


def asks(source: str) -> bool:
    return bool(ASKS.search(source)) or any(re.search(rf"\b{each}\(", source) for each in GATES)


def test_what_the_pages_login_may_call_asks_who_calls_or_is_listed_with_why_not(kith_database: None) -> None:
    called = {name: source for name, source, app, trigger, _public in definers() if app and not trigger}
    assert len(called) > 150
    silent = {name for name, source in called.items() if not asks(source)}
    assert silent - NEEDS_NO_ACTOR.keys() == set(), "name the actor in it, or say why it need not"
    assert NEEDS_NO_ACTOR.keys() - silent == set(), "no longer so: take it off the list"


def test_a_gate_names_the_actor_itself(kith_database: None) -> None:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT proname, prosrc FROM pg_proc WHERE proname = ANY (%s)", [list(GATES)])
        found = dict(cursor.fetchall())
    assert found.keys() == set(GATES)
    second_hand = {name for name, source in found.items() if not ASKS.search(source)}
    # These ask a gate that does.
    for name in second_hand:
        assert asks(found[name].replace(f"{name}(", "")), name


def test_none_is_everybodys_to_call(kith_database: None) -> None:
    """A new function may be called by PUBLIC until that is taken away; a trigger's nobody can call."""
    assert [name for name, _source, _app, trigger, public in definers() if public and not trigger] == []

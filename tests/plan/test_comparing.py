"""One version of a plan beside another, line by line."""

from __future__ import annotations

from kith.plan.models import PlanVersion
from kith.plan.queries import compare

BED = {"id": "1", "kind": "step", "words": "Find a bed.", "done_on": None}
CALM = {"id": "2", "kind": "change", "words": "Calm nights."}
LAUGH = {"id": "3", "kind": "strength", "words": "They laugh."}


def compared(before: list[dict[str, object]], after: list[dict[str, object]]) -> list[tuple[str, str, str]]:
    found = compare(PlanVersion(content=before), PlanVersion(content=after))
    return [(each.before, each.after, each.says) for each in found]


def test_what_is_new_gone_reworded_and_done_is_said() -> None:
    after = [BED | {"done_on": "2026-11-20"}, CALM | {"words": "Quiet nights."}, LAUGH | {"id": "4"}]
    assert compared([BED, CALM, LAUGH], after) == [
        ("Calm nights.", "Quiet nights.", "In other words"),
        ("Find a bed.", "Find a bed.", "Done since"),
        ("They laugh.", "", "Gone"),
        ("", "They laugh.", "New"),
    ]


def test_the_same_plan_twice_is_the_same() -> None:
    assert {says for _before, _after, says in compared([BED, CALM], [BED, CALM])} == {"The same"}


def test_whoever_does_it_now_is_a_change_though_the_words_stay() -> None:
    assert compared([BED], [BED | {"does_it": "council"}]) == [("Find a bed.", "Find a bed.", "Changed")]

"""A worker leaves. In minutes the record becomes one page for whoever comes next; her aunt's illness stays behind.

The words that she typed were saved as she typed them, and nothing leaves before she has read it as they will.
"""

from __future__ import annotations

import pytest

from kith.core.labels import Label
from kith.story.marks import Marked
from tests.letters.test_chronology import noted
from tests.letters.world import Apart
from tests.plan.street import ago
from tests.stories.conftest import Sit

pytestmark = pytest.mark.database


def test_a_worker_hands_over(house: str, sit: Sit, scripts: bool) -> None:
    street = Apart()
    street.step(street.plan(), "Find a second bed.", by_on=ago(3))
    noted(
        street,
        "A talk after school",
        Marked("I like drums.", Label.NORMAL, whose_words="Ada"),
        Marked("Her aunt is ill.", Label.THIRD_PARTY),
    )
    worker = sit(street.lead, scripts=scripts)
    worker.go(f"/people/{street.child.id}/")
    worker.follow("Write a letter")
    worker.follow("Handover on one page")
    worker.sees("Late: Find a second bed.")
    worker.sees("“I like drums.” Ada, 4 March 2026")
    worker.write("What I promised, and what I would want to be told", "The zoo, on her birthday.")
    worker.press("Save draft")
    worker.sees("This is what you had when you left.")
    worker.go(f"/people/{street.child.id}/story/")
    worker.follow("Handover")
    worker.sees("This is what you had when you left.")
    worker.write("Who is it for?", "Ingrid Vossler")
    worker.press("File it, and see it as they will")
    worker.sees("Handover for Ingrid Vossler")
    worker.sees("The zoo, on her birthday.")
    worker.does_not_see("Her aunt is ill.")
    worker.follow("By hand, or read to them")
    worker.sees("This goes to Ingrid Vossler, by hand.")
    worker.choose("I have read it as they will read it, and who else may open it")
    worker.press("Yes, it may leave")
    worker.sees("Where it went")
    worker.go(f"/people/{street.child.id}/story/")
    worker.sees("Handover to Ingrid Vossler, to be given by hand")

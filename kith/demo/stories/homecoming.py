"""Two who went home to their mother: the girl stayed, the boy came into care again and is looked after once more."""

from __future__ import annotations

from datetime import timedelta

from kith.demo.care import refer_before, weave
from kith.demo.care_facts import make_permanence_before, make_reviews
from kith.demo.draft import Draft
from kith.demo.events import write_story
from kith.demo.involve import involve
from kith.demo.shapes.care import DemoLegalStatus
from kith.demo.shapes.people import DemoResidence
from kith.demo.stories import tell

HERS, HIS, AGAIN = (1150, 520), (980, 300), 165
"""Days ago: came into care and went home, she and he; and came into care again, he alone."""


def home_again(draft: Draft) -> None:
    """A return that lasted its year, prepared for months; and one in a hurry that did not."""
    tell.begin(draft, "home_again", "care", "The Amberley family", place=4)
    mother = tell.grown_up(draft, "Kelly Amberley", 33, "F")
    tess, jody = tell.child(draft, "Tess Amberley", 9.1, "F"), tell.child(draft, "Jody Amberley", 14.4, "M")
    tell.tie(draft, (tess, jody), mother, "mother", "Mum")
    at_home = draft.at_home()
    for one, (came, went), ceased in ((tess, HERS, "E4A"), (jody, HIS, "E4B")):
        stay, back = tell.home(draft, came, "U6"), draft.today - timedelta(days=went)
        tell.live(draft, one.id, at_home, one.dob, stay.start)
        tell.in_care(draft, one, ((came, "V2"),), (stay,), ended=back, ceased=ceased)
        refer_before(draft, one, stay.start, ("2B", "3B"), None)
        tell.live(draft, one.id, at_home, back, draft.today - timedelta(days=AGAIN) if one is jody else None)
    again = tell.home(draft, AGAIN, "U6")
    weave(draft, jody, [(again.start, "V2")], [again], end=None, ceased="")
    draft.legal_statuses.append(DemoLegalStatus(jody.id, "V2", again.start, None))
    draft.residences.append(
        DemoResidence(jody.id, again.address.id, again.start, None, "placement", protected=True)
    )
    make_permanence_before(draft, jody, again.start)
    make_reviews(draft, jody, again.start, None)
    involve(draft, named=True)
    write_story(draft)

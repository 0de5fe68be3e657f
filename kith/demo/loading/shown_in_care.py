"""What the told grandmother and the mother read of two children in care, each thing shown to them by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from kith.demo.loading.days import moment
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoInvolvement

STORY = "gran_steps_in"
HOW = "We read it together."
PHONE = "Mum decides about a phone of their own. What they do online at Nan’s, Nan decides."
PARTS = (
    ("family", "Mum comes to Nan’s on Sundays at two, and rings on Wednesdays at six.", True),
    (
        "permanence",
        "They grow up with Nan, for good. Going home to Mum is looked at again at each review.",
        True,
    ),
    ("if_wrong", "If Nan is ill, Auntie Bev has them. She said yes.", False),
)
"""The parts of the care plan, and whether the mother reads them too."""


def show_in_care(
    sheet: Sheet,
    child: UUID,
    *,
    stay: UUID,
    law: UUID,
    began: date,
    involvements: Sequence[tuple[UUID, DemoInvolvement]],
) -> None:
    """Who decides, what the mother said, the plan, a check of health and the review to come."""
    worker = next((one.worker for _, one in involvements if one.person == child and one.end is None), None)
    ties = {each.kind: each.other for each in sheet.family.relationships if each.person == child}
    gran, mother, today = ties["grandparent"], ties["mother"], sheet.today
    if worker is None:
        return

    def show(item: UUID, on: date, *readers: UUID) -> None:
        for reader in readers:
            sheet.add("access_release", worker, reader, "care", item, True, HOW, moment(on))

    week = began + timedelta(days=7)
    show(stay, week, gran)
    phone = sheet.add("care_notdelegated", child, "phone", "parent", PHONE, began, week)
    show(phone, week, gran, mother)
    explained = "In English, at her kitchen table, with her sister there."
    said = sheet.add(
        *("care_agreement", child, law, mother, sheet.people[mother].name, "parent", True, began, explained),
        *(True, True, True, "Just until I am well."),
    )
    show(said, week, mother)
    for part, words, hers in PARTS:
        made = sheet.add("care_careplanpart", child, part, words, began + timedelta(days=30))
        show(made, began + timedelta(days=32), gran, *([mother] if hers else []))
    teeth = sheet.add(
        "care_healthcheck", child, "dentist", today - timedelta(days=40), "", "No holes. Again in six months."
    )
    show(teeth, today - timedelta(days=38), gran, mother)
    review = sheet.add(
        "care_reviewplanned", worker, child, today + timedelta(days=21), today - timedelta(days=6), "officer"
    )
    show(review, today - timedelta(days=5), gran, mother)

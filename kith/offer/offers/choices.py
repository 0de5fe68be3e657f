"""What the personal offer asks, and how each answer is said back."""

from __future__ import annotations

from kith.marked import marked
from kith.offer.models import OfferKind

# Each: its words to choose, and the same as the reason for what follows from it.
CARE: dict[str, tuple[str, str]] = {
    "family": (
        marked("A child of my family or of friends lives with me. There is no court order"),
        marked("A child of your family or of friends lives with you, without a court order."),
    ),
    "foster": (
        marked("The child is in care, and the council placed them with me"),
        marked("The child is in care and lives with you."),
    ),
    "sgo": (
        marked("I am the child’s special guardian"),
        marked("You are the child’s special guardian."),
    ),
    "cao": (
        marked("A court said that the child lives with me (child arrangements order)"),
        marked("A court said that the child lives with you."),
    ),
    "asking": (
        marked("I am asking a court, or may ask"),
        marked("You are asking a court, or may ask."),
    ),
    "unsure": (
        marked("I look after a child, and do not know which it is"),
        marked("You look after a child."),
    ),
    "in_care": (marked("I am 16 or 17 and in care"), marked("You are in care.")),
    "left": (marked("I was in care, and have left"), marked("You were in care.")),
}
LEAVERS = ("in_care", "left")
BANDS: dict[str, tuple[int, int]] = {
    "0": (0, 4),
    "5": (5, 10),
    "11": (11, 15),
    "16": (16, 17),
    "18": (18, 20),
    "21": (21, 24),
}
BAND_WORDS = {
    "0": marked("Under 5"),
    "5": marked("5 to 10"),
    "11": marked("11 to 15"),
    "16": marked("16 or 17"),
    "18": marked("18 to 20"),
    "21": marked("21 to 24"),
}
BEFORE = {
    "yes": marked("Yes"),
    "no": marked("No"),
    "unsure": marked("I do not know"),
}
WAS_IN_CARE = marked("The child was in care just before.")
NEEDS = {
    "money": marked("Money"),
    "services": marked("Somebody to talk to, groups, practical help"),
    "health": marked("Health and feelings"),
    "contact": marked("Time with family, people who matter"),
    "learning": marked("School, college, training"),
    "work": marked("Work"),
    "home": marked("A place to live"),
    "rights": marked("The law and rights"),
}
# A rule of a heading that nobody is asked about by name is found by the one beside it.
ASKED_AS = {"meeting": "rights", "approach": "services", "part": "services", "moving": "home"}


def offer_of(care: str) -> str:
    """The offer that an answer belongs to."""
    return OfferKind.LEAVERS if care in LEAVERS else OfferKind.KINSHIP

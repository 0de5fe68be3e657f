"""What is counted of children in care and of the homes they live in (docs/adr/0229)."""

from __future__ import annotations

from kith.insight.distance import settle
from kith.insight.measure import Measure, State
from kith.marked import marked

OF_HOMES = (
    Measure(
        "explored",
        marked("Are family and friends thought of before strangers?"),
        "Each time that a child came to live with somebody who is not family or a friend.",
        "The day on which they came to live there.",
        "Who was asked but is written nowhere is not known. Homes that came from a return have nobody named.",
        marked("came after each person who was named had been asked, or it stands why not"),
        (
            State("all", marked("Everybody named had an outcome"), "●", True),
            State("some", marked("Somebody named had none yet"), "◐", False),
            State("nobody", marked("Nobody was named"), "▲", False),
        ),
    ),
    Measure(
        "moves",
        marked("Do children in care stay with the same carers?"),
        "Children in care. A child counts once in a quarter.",
        "The last night of the quarter, or last night in the one that runs. It looks back one year.",
        "A move with the same carers is no move here. Time before they came into care is not looked at.",
        marked("lived with the same carers for the year, or since they came"),
        (
            State("none", marked("No move"), "●", True),
            State("one", marked("One move"), "◐", False),
            State("more", marked("Two moves or more"), "▲", False),
        ),
    ),
    Measure(
        "home",
        marked("Do children who go home stay there?"),
        "Children who went home to parents or relatives. A child counts with each return.",
        "The day on which a year is over since. Who turned 18 within it is left out.",
        "A return is what a return to the DfE calls E4A or E4B. Care under another council is not known.",
        marked("did not come into care again within the year"),
        (
            State("stayed", marked("A year at home"), "●", True),
            State("back", marked("In care again within the year"), "▲", False),
        ),
    ),
    Measure(
        "near",
        marked("Do children in care live near home?"),
        "Children in care who do not live with a parent. A child counts once in a quarter.",
        "The last night of the quarter, or last night in the one that runs.",
        "In a straight line from the home they came from, between the middles of two postcodes: a mile or two out.",
        marked("lived within 20 miles of home"),
        (
            State("near", marked("Within 20 miles"), "●", True),
            State("away", marked("Further than 20 miles"), "▲", False),
            State("unknown", marked("Not known"), "○", None),
        ),
        settle,
    ),
    Measure(
        "unlawful",
        marked("Is every child in care where the law lets a child live?"),
        "Children in care. A child counts once in a quarter.",
        "Any night of the quarter.",
        "It counts what workers wrote down. The director is told of each such night at once, and by name.",
        marked("had no night in a home where no child should sleep"),
        (
            State("none", marked("No such night"), "●", True),
            State("was", marked("Some nights, over now"), "◐", False),
            State("is", marked("Still there"), "▲", False),
        ),
    ),
    Measure(
        "approval",
        marked("How long until people who want to foster may?"),
        "People who asked about fostering.",
        "The day on which they asked.",
        "Those who foster for another service are not known here.",
        marked(
            "were approved within half a year (those who stopped, or asked less than half a year ago, left out)"
        ),
        (
            State("soon", marked("Approved within half a year"), "●", True),
            State("later", marked("Approved later"), "◐", False),
            State("long", marked("Waiting for longer than half a year"), "▲", False),
            State("waiting", marked("Under way"), "◇", None),
            State("stopped", marked("Stopped"), "■", None),
        ),
    ),
    Measure(
        "carers",
        marked("Do we gain more foster homes than we lose?"),
        "Foster homes of the council that began or ended.",
        "The day on which the home could first take a child, or on which its carers stopped.",
        "How many children a home takes is not counted here.",
        marked("of these changes were a home gained"),
        (
            State("gained", marked("Gained"), "●", True),
            State("lost", marked("Lost"), "▲", False),
        ),
    ),
)

"""What is counted of help for families and of children in care: words here, facts in `measured/<code>.sql`.

Every file gives rows (unit, family, person, on_day, state): what is counted once, whose it is (a family or a person,
or neither where nobody of the record is known yet), the day on which it counts, and how it stands now.
"""

from __future__ import annotations

from kith.insight.measure import Measure, State
from kith.insight.measures_of_homes import OF_HOMES
from kith.marked import marked

MEASURES: tuple[Measure, ...] = (
    Measure(
        "meetings",
        marked("Is every family offered its own meeting?"),
        "Children for whom Family Help or the time before court began. A child counts once in a quarter.",
        "The day on which that began. An offer counts from half a year before that day until now.",
        "Returns say whether a meeting was offered, not who answered what. Earlier offers on paper are not known.",
        marked("were offered a meeting (a senior’s finding that it would do harm is left out)"),
        (
            State("accepted", marked("Offered: yes"), "●", True),
            State("declined", marked("Offered: no"), "◐", True),
            State("waiting", marked("Offered: no answer yet"), "◇", True),
            State("not_made", marked("Not offered"), "▲", False),
            State("exempt", marked("Not offered: a senior’s finding"), "○", None),
        ),
    ),
    Measure(
        "worry",
        marked("After a worry that came to nothing: is help offered?"),
        "Enquiries into harm (section 47) of one child that ended without a conference.",
        "The day on which it was decided; where a return gives none, the day on which the enquiry began.",
        "Enquiries that came from a return have no offer written down here, and count as not offered.",
        marked("came with an offer of help"),
        (
            State("accepted", marked("Offered: yes"), "●", True),
            State("declined", marked("Offered: no"), "◐", True),
            State("waiting", marked("Offered: not now, or no answer"), "◇", True),
            State("not_made", marked("No offer written down"), "▲", False),
        ),
    ),
    Measure(
        "waits",
        marked("How long from a worry to help?"),
        "Referrals of one child. Those of which it was decided to do nothing are left out.",
        "The day of the referral. Help is the first of: Family Help, a child in need plan, a child protection plan.",
        "Practical help and help from others near home are not tied to a referral, so they do not count as help here.",
        marked("had help within four weeks"),
        (
            State("week", marked("Within a week"), "●", True),
            State("month", marked("Within four weeks"), "◐", True),
            State("later", marked("Later"), "△", False),
            State("closed", marked("Closed without"), "■", False),
            State("none", marked("No help yet"), "◇", False),
        ),
    ),
    Measure(
        "handovers",
        marked("Is a request passed from hand to hand?"),
        "Requests for help.",
        "The day on which somebody asked.",
        "Of a request for which nobody is found in the record, area and ethnic group are not known.",
        marked("were taken on by the first who was asked (those never handed on are left out)"),
        (
            State("kept", marked("Not handed on"), "○", None),
            State("first", marked("Taken by the first"), "●", True),
            State("once", marked("One no"), "◐", False),
            State("more", marked("Two or more"), "▲", False),
        ),
    ),
    Measure(
        "leads",
        marked("Do families keep their lead?"),
        "Families with Family Help. A family counts once in each quarter in which it has it.",
        "The quarter itself. A change counts on the day on which the new lead begins.",
        "Changes from before Kith was used here are not known.",
        marked("kept the same lead"),
        (
            State("same", marked("The same lead"), "●", True),
            State("one", marked("One change"), "◐", False),
            State("more", marked("Two or more"), "▲", False),
        ),
    ),
    Measure(
        "asked",
        marked("Is anybody asked the same again?"),
        "Answers in assessments with families.",
        "The day on which the assessment began.",
        "Only what is asked through an assessment is counted: nobody writes down what is asked again at a door.",
        marked("did not have to be given twice"),
        (
            State("known", marked("Known already"), "●", True),
            State("new", marked("Asked once"), "◐", True),
            State("again", marked("Asked again"), "▲", False),
        ),
    ),
    Measure(
        "plans",
        marked("Do plans ask only things of parents?"),
        "Versions of plans that were agreed.",
        "The day on which the version was agreed.",
        "Child protection and care plans that came from a return have no steps here.",
        marked("also ask something of services"),
        (
            State("both", marked("Services do their part"), "●", True),
            State("parents", marked("Only parents are asked"), "▲", False),
        ),
    ),
    Measure(
        "owed",
        marked("Do families get what a plan says we owe them?"),
        "Steps of plans that the council or another service is to do.",
        "The day by which it was to be done. Steps to come are left out.",
        "A step without a day cannot be late, so it is not counted.",
        marked("were done by their day"),
        (
            State("done", marked("Done by its day"), "●", True),
            State("late", marked("Done later"), "◐", False),
            State("not_done", marked("Not done, and why"), "■", False),
            State("overdue", marked("Still owed"), "▲", False),
        ),
    ),
    Measure(
        "needs",
        marked("Which needs of grown-ups go unmet?"),
        "Needs of adults in a family: money, housing, safety, health and others.",
        "The day since which the need is known.",
        "A need has no tie to the service that meets it. One that nobody ended counts as unmet.",
        marked("are met"),
        (
            State("met", marked("Met"), "●", True),
            State("short", marked("Unmet for up to three months"), "◇", False),
            State("long", marked("Unmet for longer"), "▲", False),
        ),
    ),
    Measure(
        "feedback",
        marked("What do families say of their meeting?"),
        "What one person of a family said afterwards, from 1 to 5.",
        "The day on which they said it.",
        "Who says nothing is not counted. What they wrote is read by the coordinator and a manager alone.",
        marked("called it good"),
        (
            State("good", marked("Good (4 or 5)"), "●", True),
            State("middling", marked("Neither (3)"), "◐", False),
            State("bad", marked("Bad (1 or 2)"), "▲", False),
        ),
    ),
    Measure(
        "going",
        marked("How do families say their plan is going?"),
        "Each time that somebody of a family says how a line of the plan goes.",
        "The day on which they said it.",
        "Families without the door, and those who say nothing, are not counted.",
        marked("said that it goes well"),
        (
            State("well", marked("Going well"), "●", True),
            State("some", marked("Some of it"), "◐", False),
            State("stuck", marked("Stuck"), "▲", False),
        ),
    ),
    Measure(
        "siblings",
        marked("Do brothers and sisters in care live together?"),
        "Children in care with a brother or sister in care. A child counts once in a quarter.",
        "The last night of the quarter, or last night in the one that runs.",
        "One home is the same postcode and, where both are given, the same number at Ofsted. Short breaks are left out."
        " Apart is apart from at least one. Where a postcode is missing it is not known.",
        marked("lived in one home with all of them"),
        (
            State("together", marked("In one home"), "●", True),
            State("planned", marked("Apart, with a plan to live together"), "◐", False),
            State("written", marked("Apart, and it is written why"), "◇", False),
            State("apart", marked("Apart, and nobody wrote why"), "▲", False),
            State("unknown", marked("Not known"), "○", None),
        ),
    ),
)
MEASURES += OF_HOMES
BY_CODE = {each.code: each for each in MEASURES}

__all__ = ["BY_CODE", "MEASURES", "Measure", "State"]

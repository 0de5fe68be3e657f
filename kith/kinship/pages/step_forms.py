"""The forms of each step. Fields are named as the action of the step names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from kith.access.allocating.kin import may_be_told
from kith.access.prepared import prepared_fields
from kith.kinship.models import (
    ApprovalEnd,
    AssessedAdult,
    AssessmentOutcome,
    AwardEnd,
    CaringKind,
    CheckKind,
    CheckResult,
    ExtensionKind,
    FullAssessment,
    LookAdult,
    LookOutcome,
    RequestAnswer,
    RequestKind,
    Route,
    SupportNeed,
)
from kith.kinship.pages.fields import (
    PoundsField,
    StepForm,
    box,
    choose,
    day,
    line,
    people,
    some,
    somebody,
    yes_no,
)
from kith.kinship.rules.allowance import FACTS
from kith.kinship.rules.lists import asked_for, everyday

OTHERS = "Everybody whose record is open to you and who belongs to the child."
REGIONS = (("rest", "Outside London and the South East"), ("south_east", "South East"), ("london", "London"))


class Caring(StepForm):
    of_people = ("carer",)
    carer = somebody("Who cares for the child?", hint=OTHERS)
    kind = choose("Which kind of care is it?", CaringKind.choices)
    since = day("Since when?", now=False)
    known_on = day("When did we learn of it?")
    after_care = yes_no("Was the child looked after right before?")
    works = line("What work does the carer do, and what did they lose of it?", needed=False, most=200)


class Ended(StepForm):
    on = day("On which day did it end?")
    why = line("Why?", most=200)


class Guardian(StepForm):
    of_people = ("carer",)
    carer = somebody("Who will ask the court?", hint=OTHERS)
    given_on = day("On which day did they tell us?")


class On(StepForm):
    on = day("On which day?")


class Decide(StepForm):
    what = choose("Which thing?", ())
    may = yes_no("May the carer decide it alone?", hint="Yes unless something stands against it.")
    words = line("If not, who decides, and why?", needed=False, most=300, hint="The carer reads this.")

    def grow(self) -> None:
        self.fields["what"].choices = list(everyday().items())  # type: ignore[attr-defined]


class CheckIn(StepForm):
    on = day("On which day did you ask?")
    words = box("What did they say?", hint="In their words.")


class Look(StepForm):
    of_people = ("adults",)
    adults = people("Which adults of the household are looked at?", hint=OTHERS)
    on = day("On which day did it begin?")


class View(StepForm):
    of_people = ("adult",)
    adult = somebody("Who says it?")
    words = box("What do they say?", most=2000, hint="In their words. Nobody else of the household reads it.")


class Check(StepForm):
    of_people = ("adult",)
    adult = somebody("Of whom?")
    kind = choose("Which check?", CheckKind.choices)
    on = day("On which day was it asked for?")


class CheckBack(StepForm):
    on = day("On which day did it come back?")
    result = choose("What came back?", CheckResult.choices)
    words = box(
        "What does it say?", needed=False, hint="It is theirs: nobody else of the household reads it."
    )


class Reason(StepForm):
    of_people = ("concerns",)
    words = box("What is the reason?", most=2000, hint="As it is. Staff alone read it.")
    concerns = somebody("Whose information does it rest on?", needed=False)


class DecideLook(StepForm):
    outcome = choose("What is the outcome?", LookOutcome.choices)
    on = day("On which day was it decided?")

    def grow(self) -> None:
        self.adults = dict(LookAdult.objects.filter(look_id=self.item).values_list("person_id", "id"))
        for adult in self.adults:
            self.fields[f"told_{adult}"] = box(
                f"What is {self.people.get(adult, 'this adult')} told?", most=2000,
                hint="Their own reasons, and how to say that they are wrong. Nothing of anybody else.",
            )  # fmt: skip

    def given(self) -> dict[str, Any]:
        told = {adult: self.cleaned_data[f"told_{adult}"] for adult in self.adults}
        return {"outcome": self.cleaned_data["outcome"], "on": self.cleaned_data["on"], "told": told}


class SaidAgainst(StepForm):
    words = box("What do they say?", most=2000, hint="In their words.")
    on = day("On which day?")


class Answered(StepForm):
    answer = box("What is answered, and why?", most=2000)
    on = day("On which day?")


class Approve(StepForm):
    of_people = ("carer",)
    carer = somebody("With whom does the child live?", hint=OTHERS)
    began_on = day("On which day did the child come?")
    looked_at = box("What was looked at?", hint="The home, the people there, what the child wants.")
    agreement_on = day("If there is a written agreement, of which day?", needed=False, now=False)


class Agree(StepForm):
    agreement_on = day("If there is a written agreement, of which day?", needed=False, now=False)


class MoreTime(StepForm):
    kind = choose("For what?", ExtensionKind.choices)
    on = day("From which day?")
    still_best = box("Why is this still the best home for the child?")
    reviewing_told_on = day("On which day was the reviewing officer told?")
    panel_on = day("On which day was the panel’s view asked for?", needed=False, now=False)


class EndApproval(StepForm):
    on = day("On which day did it end?")
    how = choose("How?", ApprovalEnd.choices)


class Assess(StepForm):
    of_people = ("adults",)
    adults = people("Which adults of the household?", hint=OTHERS)
    route = choose(
        "For which route?", Route.choices, hint="What each gave before goes along. Nobody is asked twice."
    )
    on = day("On which day did it begin?")


class Say(StepForm):
    adult = somebody("Who says it?")
    question = choose("Which question?", ())
    words = box("What do they say?", most=4000, hint="In their words.")
    on = day("On which day?")

    def grow(self) -> None:
        held = FullAssessment.objects.filter(id__in=[self.item]).values_list("route", flat=True).first()
        adults = AssessedAdult.objects.filter(assessment_id=self.item).values_list("person_id", flat=True)
        self.fields["adult"].choices = [(str(a), self.people.get(a, "this adult")) for a in adults]  # type: ignore[attr-defined]
        self.fields["question"].choices = [(q.id, q.asks) for q in asked_for(held or "")]  # type: ignore[attr-defined]


class Finish(StepForm):
    outcome = choose("What is the outcome?", AssessmentOutcome.choices)
    on = day("On which day?")


class Know(StepForm):
    of_people = ("concerns",)
    words = box("What does the carer need to know?", hint="Nobody reads it behind a door until you show it.")
    concerns = somebody("Whose information is it, if not the child’s own?", needed=False)
    why_needed = line(
        "If it is somebody else’s, why is it needed to keep the child safe?", needed=False, most=300
    )


class Show(StepForm):
    reader = somebody("Who may read it?")
    prepared, how_prepared = prepared_fields()

    def grow(self) -> None:
        told = may_be_told([self.child])
        self.fields["reader"].choices = [(str(p), n) for p, n in told.items() if p != self.child]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        return self.cleaned_data | {"prepared": self.cleaned_data["prepared"] == "yes"}


class TakeBack(StepForm):
    of_people = ("reader",)
    reader = somebody("From whom is it taken back?", hint="What they have read stays read.")


class Support(StepForm):
    need = choose("Which need?", SupportNeed.choices)
    words = box("What is the need?", most=500, hint="In the family’s words.")
    what = box("What is done about it?", most=500)
    who = line("Who does it?")
    by_on = day("By when?", needed=False, now=False)


class SupportDone(StepForm):
    on = day("If it was done, on which day?", needed=False, now=False)
    stopped_because = line("If it is stopped, why?", needed=False, most=300)


class Request(StepForm):
    kind = choose("What do they ask for?", RequestKind.choices)
    words = box("In their words", needed=False)
    on = day("On which day did they ask?")


class AnswerRequest(StepForm):
    answer = choose("What is the answer?", RequestAnswer.choices)
    reason = box("Why, and what can they do if it is unfair?", hint="The carer reads this.")
    pence = PoundsField(label="If money is paid, how much in pounds?", max_length=12, required=False)
    on = day("On which day?")


class Award(StepForm):
    from_on = day("From which day?")
    region = choose("Where does the family live?", REGIONS)
    facts = some("What is so?", FACTS.items(), hint="The published rules make the sum from this. You do not.")
    reason = line("Why this award, or why does it change?", most=500, hint="The carer reads this.")
    agreement_on = day("If it was agreed in writing, on which day?", needed=False, now=False)


class EndAward(StepForm):
    on = day("From which day is it not paid?")
    how = choose("Why?", [each for each in AwardEnd.choices if each[0] != AwardEnd.REPLACED])


class Notice(StepForm):
    to_pence = PoundsField(label="How much a week would be paid instead, in pounds?", max_length=12)
    reason = box("Why?", hint="The carer reads this, and may answer it.")
    on = day("On which day is notice given?")


class DecideNotice(StepForm):
    stands = yes_no("Is less paid after all that was said?")
    decision = box("Why, in answer to what they said?", hint="The carer reads this.")


def adults_of(child: Sequence[UUID]) -> dict[UUID, str]:
    """Who belongs to the child and may be chosen, by name."""
    return {each: name for each, name in may_be_told(child).items() if each not in child}

"""What a coordinator fills in: the network, each person, the day, the family's plan, and afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from kith.access.prepared import prepared_fields
from kith.decisions.forms.fields import Clock, Day, line, offer, one_of, some_of, words
from kith.decisions.inviting import UNSAFE_WAY
from kith.decisions.models.meeting import StageKind
from kith.decisions.models.network import (
    Advocate,
    CheckWhen,
    Coming,
    CouldSay,
    InvitationWay,
    MayAsk,
    NetworkPart,
    Orders,
    SafeHow,
)

YES_NO = [("yes", "Yes"), ("no", "No")]


class NameForm(forms.Form):
    """Somebody who matters."""

    name = line("What does the family call them?", 120, required=True)
    tie = line("Who are they to the child?", 80, hint="In the child’s words, such as: my nan.")
    named_by = line("Who named them?", 120)
    part = one_of("Are they", NetworkPart.choices)


class AskingForm(forms.Form):
    """May they be asked?"""

    may_ask = one_of("May they be asked?", MayAsk.choices[1:])
    only_if = forms.ChoiceField(label="If somebody has to agree first: who?", required=False)
    never_because = words(
        "If never: why?", required=False, hint="Locked. Only you and a manager of the family read it."
    )
    agreed_with = line(
        "With whom did you settle it?", required=True, hint="With the child, and the parent who is safe."
    )
    part = one_of(
        "Are they",
        NetworkPart.choices,
        hint="A child, and an adult who was hurt, are asked alone before and after.",
    )

    def __init__(self, *args: Any, others: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["only_if"], others)
        self.fields["only_if"].choices = [("", "Nobody"), *self.fields["only_if"].choices]  # type: ignore[attr-defined]


class ApartForm(forms.Form):
    """Who gets a meeting of their own, or goes to the other one."""

    people = some_of(
        "Who is to meet apart?", hint="Only who was not invited yet. The children come to both meetings."
    )

    def __init__(self, *args: Any, names: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["people"], names)


class AgreedForm(forms.Form):
    """Whoever had to agree did."""

    on = Day(label="When did they agree?", noun="The day")


class OrdersForm(forms.Form):
    """Court orders and bail."""

    orders = one_of("Is there a court order, or bail?", Orders.choices[1:])
    checked_with = line("With whom did you check?", required=True)
    allow = line(
        "If there is one: what does it still allow them?", 300, hint="Such as: may be there by phone."
    )


class ReadyForm(forms.Form):
    """How somebody is made ready."""

    notes = words(
        "What did they say?", 20000, rows=6, required=False, hint="Only you read this. No worker does."
    )
    safe_how = one_of("How do they take part safely?", SafeHow.choices)
    travel = line("How do they get there and home?")
    language = line("Language, and who interprets", 80)
    needs = line("What do they need to take part?", 300)
    advocate = one_of("An advocate", Advocate.choices)
    ready = one_of("Are they ready?", YES_NO)


class AloneForm(forms.Form):
    """Asked alone."""

    when = one_of("Before or after the meeting?", CheckWhen.choices)
    on = Day(label="When did you ask them, alone?", noun="The day")
    could_say = one_of("Could they say what they wanted?", CouldSay.choices)
    withdrawn = one_of(
        "Do they take back that they agreed?", YES_NO, hint="Nobody else is told, now or later."
    )
    words = words("What did they say?", required=False)


class InviteForm(forms.Form):
    """One person's own invitation."""

    way = one_of("How do you invite them?", InvitationWay.choices)
    day = Day(ahead=2, label="Which day are they to come?", noun="The day")
    at = Clock(label="At what time?")
    place = line(
        "Where are they to come?",
        hint="Leave it empty to tell them yourself. If somebody is kept apart, give their own place.",
    )
    words = words(
        "What else do you say?", 600, required=False, hint="Nobody’s address, school, worker or number."
    )
    language = line("In which language?", 80)
    went = one_of(
        "Did it go already, by this way?",
        YES_NO,
        required=False,
        hint="Then write it down. Their workers are told at once.",
    )
    prepared, how_prepared = prepared_fields()

    def __init__(self, *args: Any, has_page: bool, unsafe_way: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_page:
            del self.fields["prepared"], self.fields["how_prepared"]
        if not unsafe_way:
            del self.fields["went"]

    def clean(self) -> dict[str, Any]:
        """A way that they said is not safe is refused, unless it went already."""
        given: dict[str, Any] = super().clean() or {}
        if "went" in self.fields and given.get("went") != "yes":
            self.add_error("way", UNSAFE_WAY)
        return given


class AnsweredForm(forms.Form):
    """What somebody answered to their invitation."""

    answer = one_of("What did they answer?", Coming.choices)
    on = Day(label="When?", noun="The day")
    say_before = words("What do they want said before?", required=False)
    asks_for = line("Whom would they like to be there?", 300)


class DayForm(forms.Form):
    """When the meeting is."""

    day = Day(ahead=2, label="Which day?", noun="The day")
    at = Clock(label="At what time does it begin?")


class StageForm(forms.Form):
    """A stage began, or ended."""

    stage = one_of(
        "Which stage?", StageKind.choices, hint="Of private family time nothing but its times is ever kept."
    )
    did = one_of("Did it begin or end?", [("begin", "It began"), ("end", "It ended")])
    day = Day(label="Which day?", noun="The day")
    at = Clock(label="At what time?")


class HeldForm(forms.Form):
    """It was held."""

    on = Day(label="Which day was it held?", noun="The day")


class PlanForm(forms.Form):
    """The plan, part by part."""

    plan = words(
        "The family’s plan, in its own words", 20000, rows=12, hint="Leave an empty line between its parts."
    )
    agreed = one_of(
        "Has the family agreed it?",
        YES_NO,
        hint="After that nobody can change it. You can begin a new version.",
    )
    on = Day(label="If it has: when?", noun="The day", required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("agreed") == "yes" and not given.get("on") and "on" not in self.errors:
            self.add_error("on", "Say when the family agreed it")
        return given


class CarerForm(forms.Form):
    """Who could care for the child, and who sees that the plan is kept."""

    person = one_of("Whom did the family name?")
    what = line("What do they look to?", 300)

    def __init__(self, *args: Any, people: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["person"], people)


class SharePlanForm(forms.Form):
    """Which parts of the plan one person may see."""

    person = one_of("Who may see it?", hint="Those who have a page of their own.")
    lines = some_of("Which parts?", hint="Tick only what is for them. Nothing shows that there is more.")
    prepared, how_prepared = prepared_fields()

    def __init__(
        self, *args: Any, people: Mapping[UUID, str], parts: Mapping[UUID, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["person"], people)
        offer(self.fields["lines"], parts)


class RiskForm(forms.Form):
    """Somebody may be at risk."""

    words = words(
        "Who may be at risk, and of what?",
        4000,
        rows=5,
        hint="Their workers read it at once. You cannot take it back.",
    )


class ReviewForm(forms.Form):
    """When the family looks at its plan again."""

    on = Day(ahead=2, label="Which day?", noun="The day")


class ReviewedForm(forms.Form):
    """The family looked at its plan again."""

    on = Day(label="Which day was it?", noun="The day")
    came_of_it = words("What does the family say came of it?")


class EndForm(forms.Form):
    """The coordinator's work ends."""

    why = line("How did it end?", 300, required=True, hint="After this you see nothing of it any more.")

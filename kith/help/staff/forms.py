"""Forms of the front door: deciding, handing over, answering, saying that whoever asked was told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kith.design.formfields import PlainDateField
from kith.help.actions.deciding import HELPED
from kith.help.models import HelpRequest, Tier, Told
from kith.help.models.request import LONG
from kith.help.thresholds.rules import Outcome, RuleSet, outcome


def _words(label: str, hint: str = "", *, rows: int = 3, long: int = LONG) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=long,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class DecideForm(forms.Form):
    """What is so, what the rules say of it, and what is decided."""

    facts = forms.MultipleChoiceField(
        label="What is so?",
        help_text="As far as you know now. You need not be sure: nothing waits for more.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    tier = forms.ChoiceField(
        label="What do you decide?",
        choices=Tier.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text="You may do more than the rules say. For anything else than they say, say why.",
    )
    reason = _words("Why?", "In words for whoever asked. Needed where it is not Family Help or protection.")
    alternative = _words(
        "What can they do or have instead?", "Who helps with this, how to reach them, and when."
    )
    letter = _words(
        "The letter of thanks",
        "Leave it empty and press “What do the rules say?”: it is drawn up.",
        rows=12,
        long=LONG * 2,
    )

    def __init__(self, *args: Any, rules: RuleSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rules = rules
        self.fields["facts"].choices = [(each.id, each.asks) for each in rules.facts]  # type: ignore[attr-defined]

    def says(self) -> Outcome | None:
        """What the rules say of what was ticked, once the form was sent and they are facts of this version."""
        ticked = self.cleaned_data.get("facts") if self.is_bound and self.is_valid_so_far() else None
        return None if ticked is None else outcome(ticked, self.rules)

    def is_valid_so_far(self) -> bool:
        """Whether what was ticked can be read; it cleans the form."""
        return "facts" not in self.errors

    def check_whole(self) -> bool:
        """Whether it can be decided so; what is missing is said beside its field."""
        said, given = self.says(), self.cleaned_data
        if said is None:
            return False
        if not given.get("tier"):
            self.add_error("tier", "Choose what you decide")
            return False
        tier = Tier(given["tier"])
        if not given.get("reason", "").strip() and (tier != said.tier or tier not in HELPED):
            self.add_error("reason", "Say why, in words for whoever asked")
        if tier not in HELPED:
            if not given.get("alternative", "").strip():
                self.add_error("alternative", "Say what they can do or have instead")
            if not given.get("letter", "").strip():
                self.add_error("letter", "Write the letter of thanks")
        return not self.errors


class GiveForm(forms.Form):
    """What the giver says of it: all that a charity or school reads before its yes."""

    words = forms.CharField(
        label="What is it about, in a few words?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="They read this before they say yes. You keep the request until they do.",
    )


class AnswerForm(forms.Form):
    """Yes, or no with its reason."""

    answer = forms.ChoiceField(
        label="Do you take this on?",
        choices=[("yes", "Yes, I have this"), ("no", "No")],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(label="If not: why?", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("answer") == "no" and not given.get("why", "").strip():
            self.add_error("why", "Say why not: whoever gave it has to know")
        return given


class FamilyToldForm(forms.Form):
    """When the family was told, where somebody else asked; or why that would not be safe."""

    on = PlainDateField(noun="The day", label="When was the family told?", required=False)
    why_not = forms.CharField(
        label="Or why would telling them not be safe?",
        max_length=200,
        required=False,
        help_text="Staff see this. Nothing of it reaches the family.",
    )


class ToldForm(forms.Form):
    """By which way, of those that they called safe, whoever asked was told."""

    how = forms.ChoiceField(label="How did you tell them?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, request: HelpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["how"].choices = ways(request.safe_to)  # type: ignore[attr-defined]


def ways(safe_to: Sequence[str]) -> list[tuple[str, str]]:
    """The ways of telling that are open: those called safe, in person, and none."""
    by = {"call": Told.CALL, "text": Told.TEXT, "email": Told.EMAIL, "post": Told.LETTER}
    found = [by[each] for each in safe_to if each in by] + [Told.IN_PERSON, Told.NOT_SAFE]
    return [(each.value, str(each.label).capitalize()) for each in found]

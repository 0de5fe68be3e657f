"""Forms about the person and somebody else: ties, and who may know where they live."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.formfields import PlainDateField
from kith.people import actions
from kith.people.actions.common import Recorded
from kith.people.forms.base import YES_NO_UNKNOWN, FactForm, from_field, until_field, yes_no
from kith.people.models import Relationship
from kith.people.models.relationship import Closeness, RelationshipKind
from kith.people.page_queries import who


class RelationshipForm(FactForm):
    """How the person is tied to another, in the child's words where there are some."""

    title = "Somebody who matters"
    why = "Family, friends, neighbours, anyone they count on."
    other = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=RelationshipKind.choices, label="What are they to this person?")
    in_their_words = forms.CharField(
        max_length=200,
        required=False,
        label="In the person's own words",
        help_text="“My nan who isn't my real nan.”",
    )
    closeness = forms.TypedChoiceField(
        choices=[("", "Not asked yet"), *Closeness.choices],
        coerce=int,
        empty_value=None,
        required=False,
        label="How close, as they say",
    )
    lives_together = forms.ChoiceField(choices=YES_NO_UNKNOWN, required=False, label="Do they live together?")
    parental_responsibility = forms.ChoiceField(
        choices=YES_NO_UNKNOWN, required=False, label="Do they hold parental responsibility for this person?"
    )
    responsibility_from = forms.CharField(
        max_length=120,
        required=False,
        label="Where that comes from",
        help_text="Birth, registration, a court order.",
    )
    from_on = from_field("Since")
    until_on = until_field()

    def record(self, by: Actor) -> Recorded:
        facts = dict(self.cleaned_data)
        for name in ("lives_together", "parental_responsibility"):
            facts[name] = yes_no(facts[name])
        return actions.record_relationship(by=by, person=self.person, **facts)


class MayKnowForm(FactForm):
    """Whether another may know where the person is."""

    title = "Who may know where they live"
    why = "Nobody in the family may know it until somebody says so here."
    other = forms.Field()  # whom the person is tied to; filled in `prepare`
    may = forms.ChoiceField(
        choices=[("no", "No, must not know"), ("yes", "Yes, may know")],
        widget=forms.RadioSelect,
        label="May they know?",
    )
    reason = forms.CharField(max_length=300, label="Why, for the next worker")
    came_from = forms.CharField(
        max_length=300,
        required=False,
        label="Where does this come from?",
        help_text="Who says so: a court order and its date, the police, what somebody told you and when. What the other"
        " says against them is decided on the other’s own record: neither page tells of the other.",
    )
    review_on = PlainDateField(
        noun="The day to look again",
        label="When should this be looked at again?",
        required=False,
        help_text="Within a year; in six months where you leave it empty. It goes on until somebody decides otherwise.",
    )
    from_on = PlainDateField(noun="The first day", label="From when?", initial=today)

    def prepare(self) -> None:
        tied = Relationship.objects.filter(person_id__in=self.ids).values_list("other_id", flat=True)
        known = who(set(tied) - set(self.ids))
        people = sorted(((str(each.id), each.name) for each in known.values()), key=lambda pair: pair[1])
        # A no needs it: the page does not say that it can be left out.
        self.fields["came_from"].needed_at_times = True  # type: ignore[attr-defined]
        self.fields["other"] = forms.ChoiceField(
            choices=[("", "Choose somebody"), *people],
            label="Who?",
            help_text="Somebody who matters to them.",
        )

    def clean_came_from(self) -> str:
        said = str(self.cleaned_data["came_from"]).strip()
        if self.cleaned_data.get("may") == "no" and not said:
            raise forms.ValidationError("Say where this comes from, for whoever looks at it next.")
        return said

    def record(self, by: Actor) -> Recorded:
        facts: dict[str, Any] = dict(self.cleaned_data)
        if facts["may"] == "yes":
            facts["review_on"] = None
        facts |= {"other": UUID(facts["other"]), "may": facts["may"] == "yes"}
        return actions.rule_who_may_know(by=by, person=self.person, **facts)

"""What might be paid, by the published rules, and whether a kinship zone would: for everybody, nothing is kept."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.access.gates import public
from kith.design.dates import today
from kith.kinship.models.caring import CaringKind
from kith.kinship.rules.allowance import FACTS, GROWN, Worked, work_out
from kith.kinship.rules.kinds import kinds_on
from kith.kinship.rules.published import rules_on
from kith.kinship.rules.zone import Eligible, eligible, zone
from kith.marked import marked

REGIONS = (
    ("rest", marked("Outside London and the South East")),
    ("south_east", marked("South East")),
    ("london", marked("London")),
)
AGE = marked("Enter an age from 0 to 17, in whole years")
# Whether a zone pays is worked out from its own rules, not asked.
ASKED = tuple((fact, says) for fact, says in FACTS.items() if fact != "zone")


class ReckonForm(forms.Form):
    """The facts that the rules rest on."""

    kind = forms.ChoiceField(
        label=marked("Which kind of care is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": marked("Choose which kind of care it is")},
    )
    age = forms.IntegerField(
        label=marked("How old is the child?"),
        min_value=0,
        max_value=GROWN - 1,
        error_messages={"required": AGE, "invalid": AGE, "min_value": AGE, "max_value": AGE},
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    region = forms.ChoiceField(
        label=marked("Where do you live?"), widget=forms.RadioSelect, choices=REGIONS, initial="rest"
    )
    facts = forms.MultipleChoiceField(
        label=marked("What of this is so?"),
        widget=forms.CheckboxSelectMultiple,
        choices=ASKED,
        required=False,
    )
    in_zone = forms.BooleanField(label=marked("We live in a kinship zone"), required=False)
    zone = forms.MultipleChoiceField(
        label=marked("If you live in a kinship zone: what of this is so?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["kind"].choices = [(each.id, each.name) for each in kinds_on(today())]  # type: ignore[attr-defined]
        self.fields["zone"].choices = [each for each in zone().facts.items() if each[0] != "after_care"]  # type: ignore[attr-defined]


def reckoned(form: ReckonForm) -> tuple[Worked, Eligible | None]:
    """What the rules of today give for a form that is filled in; and what a zone's rules say, where one was named."""
    given, facts = form.cleaned_data, set(form.cleaned_data["facts"])
    pays = None
    if given["in_zone"]:
        told = {*given["zone"], *(facts & {"after_care"})}
        pays = eligible(kind=given["kind"], facts=told, on=today())
        facts |= {"zone"} if pays.yes and given["kind"] in {CaringKind.SGO, CaringKind.CAO} else set()
    sums = work_out(
        rules_on(today()), kind=given["kind"], age=given["age"], region=given["region"], facts=sorted(facts)
    )
    return sums, pays


@public
def kinship_money(request: HttpRequest) -> HttpResponse:
    """What would the published rules pay, and why?"""
    form = ReckonForm(request.GET if "kind" in request.GET or "age" in request.GET else None)
    sums, pays = reckoned(form) if form.is_bound and form.is_valid() else (None, None)
    context = {"form": form, "sums": sums, "pays": pays, "rules": rules_on(today()), "zone": zone()}
    return render(request, "kinship/reckoner.html", context)

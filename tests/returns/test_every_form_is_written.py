"""Each field of each form of the returns, filled in: its answer stands in the column that the form names."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django import forms

from kith.care.models import Episode
from kith.design.formfields import PartlyKnownDateField, PlainDateField
from kith.help.models import Assessment, Referral
from kith.people.models import Person
from kith.protection.models import ChildProtectionPlan, PreProceedings, Section47
from kith.returns.load.shapes import FactTable
from kith.returns.recording.facts import BEGUN_ELSEWHERE, RECORDED, own_parts
from kith.returns.recording.forms import YEAR, FactForm
from tests.returns.findings.finding import looked_after, worker
from tests.returns.written import written
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
FIRST = dt.date(2026, 8, 3)
ENDS = {"ceased_on", "ended_on", "closed_on", "authorised_on"}


def everything() -> tuple[Person, dict[str, Any]]:
    """A child to whom every kind of fact can belong, and the facts that begin on other pages."""
    child = looked_after()
    referral = Referral.objects.using(make.OWNER).create(person=child, referred_on=dt.date(2026, 6, 1))
    Episode.objects.using(make.OWNER).filter(person=child).update(
        ceased_on=dt.date(2026, 7, 1), during=(dt.date(2026, 5, 4), dt.date(2026, 7, 1))
    )
    Assessment.objects.using(make.OWNER).create(
        person=child, referral=referral, started_on=dt.date(2026, 6, 2)
    )
    ChildProtectionPlan.objects.using(make.OWNER).create(
        person=child, referral=referral, started_on=dt.date(2026, 6, 2), ended_on=dt.date(2026, 6, 30)
    )
    begun = {"person": child, "referral": referral, "started_on": dt.date(2026, 6, 3)}
    return child, {
        "help_referral": referral,
        "protection_section47": Section47.objects.using(make.OWNER).create(**begun),
        "protection_preproceedings": PreProceedings.objects.using(make.OWNER).create(**begun),
    }


def answers(fact: FactTable, form: FactForm) -> tuple[dict[str, str], dict[str, str]]:
    """What is typed into each field, and what the return is to say of it by its column: no two days are the same."""
    typed: dict[str, str] = {}
    said: dict[str, str] = {}
    for number, part in enumerate(own_parts(fact), 1):
        field = form.fields[part.column]
        if isinstance(field, PlainDateField):
            on = FIRST + dt.timedelta(days=number + (40 if part.column in ENDS else 0))
            typed |= {f"{part.column}_{name}": str(getattr(on, name)) for name in ("day", "month", "year")}
            said[part.source] = f"{on:%d/%m/%Y}" if fact.kind == "ssda903" else on.isoformat()
        elif isinstance(field, PartlyKnownDateField):
            typed |= {f"{part.column}_month": "2", f"{part.column}_year": "2019"}
            said[part.source] = "zz/02/2019"
        elif isinstance(field, forms.ChoiceField) and part.sort == "flag":
            typed[part.column] = "yes" if number % 2 else "no"
            said[part.source] = "1" if number % 2 else "0"
        elif isinstance(field, forms.ChoiceField):
            codes = [code for code, _ in field.choices if code]
            typed[part.column] = said[part.source] = codes[number % len(codes)]
        elif isinstance(field, forms.IntegerField):
            typed[part.column] = said[part.source] = str(number)
        else:
            typed[part.column] = said[part.source] = f"W{number}"
    for parent in fact.parents:
        typed[parent.column] = next(str(code) for code, _ in form.fields[parent.column].choices if code)
    return typed | ({YEAR: "2026-27"} if fact.yearly else {}), said


@pytest.mark.parametrize("table", sorted(RECORDED))
def test_each_answer_is_written_in_its_column_and_nothing_else_changes(table: str) -> None:
    fact, (child, begun) = RECORDED[table], everything()
    before = written(fact.kind)
    typed, said = answers(fact, as_its_worker(child, fact))
    of = f"{begun[table].id}/" if table in BEGUN_ELSEWHERE else ""
    sent = signed_in(worker(child)).post(f"/people/{child.id}/facts/{table}/{of}", typed)
    assert sent.status_code == 302, words_of(sent)
    after = written(fact.kind)
    assert any(said.items() <= row.items() for row in after[fact.table]), (said, after[fact.table])
    # The census's own header says when it was written.
    changed = {
        name for name in after if after[name] != before[name] and (fact.kind, name) != ("cin", "Header")
    }
    assert changed == {fact.table}


def as_its_worker(child: Person, fact: FactTable) -> FactForm:
    """The form with what a new fact may belong to, as a worker of the child is shown it."""
    from kith.core.acting import acting

    with acting(make.actor(worker(child))):
        return FactForm(fact, years=["2026-27"], persons=[child.id])

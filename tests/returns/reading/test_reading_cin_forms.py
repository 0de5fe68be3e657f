"""Children of a census that are written alike: their rows are those that going through them gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kith.returns.reading import cin_forms, read
from kith.returns.reading.cin_form import form_of
from kith.returns.reading.cin_forms import Forms
from kith.returns.reading.cin_groups import groups_of_a_child

CHILD = """<Child>
  <ChildIdentifiers><LAchildID>{id}</LAchildID><UPNunknown/><PersonBirthDate>2012-05-06</PersonBirthDate></ChildIdentifiers>
  <ChildCharacteristics><Disabilities><Disability>AUT</Disability><Disability>HAND</Disability></Disabilities>
  </ChildCharacteristics>
  <CINdetails><CINreferralDate>2025-09-01</CINreferralDate>
    <Assessments><AssessmentActualStartDate>2025-09-02</AssessmentActualStartDate>
      <FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
    <Assessments/><ReferralNFA>0</ReferralNFA>
    <ChildProtectionPlans><CPPstartDate>2025-10-01</CPPstartDate>
      <Reviews><CPPreviewDate>2025-12-01</CPPreviewDate><CPPreviewDate/></Reviews></ChildProtectionPlans>
  </CINdetails>
  <CINdetails><ReferralNFA>1</ReferralNFA></CINdetails>
</Child>"""
ODD = {
    "an attribute": (">AUT<", ' a="1">AUT<'),
    "an entity": (">AUT<", ">A&amp;B<"),
    "blanks around a value": (">AUT<", "> AUT <"),
    "a value that is blank": (">AUT<", "> <"),
    "a hard blank": (">AUT<", ">\u00a0AUT<"),
    "other letters": (">AUT<", ">ÄÜ<"),
    "text between": ("<ReferralNFA>0", "oh<ReferralNFA>0"),
    "a hard blank between": ("<ReferralNFA>0", "\u00a0<ReferralNFA>0"),
    "a stranger": ("<ReferralNFA>0", "<Kid/><ReferralNFA>0"),
    "a value twice": ("<ReferralNFA>0", "<ReferralNFA>0</ReferralNFA><ReferralNFA>1"),
    "an element in a value": (">AUT<", "><b/>AUT<"),
    "another spelling": ("<ReferralNFA>0</ReferralNFA>", "<REFERRALNFA>0</REFERRALNFA>"),
    "an id in other places": ("<ReferralNFA>0", "<LAchildID>Z</LAchildID><ReferralNFA>0"),
    "no id": ("<LAchildID>{id}</LAchildID>", ""),
    "an empty id": ("{id}", ""),
    "marks of XML in text": (">AUT<", "><![CDATA[<a>&]]><"),
    "a comment": (">AUT<", ">A<!-- x -->UT<"),
    "a namespace": ("<CINdetails>", '<CINdetails xmlns="urn:x">'),
    "a prefix": ("<CINdetails>", '<CINdetails xmlns:x="urn:x">'),
}


def written(path: Path, children: list[str], *, declared: str = "") -> Path:
    head = "<Header><CollectionDetails><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header>"
    body = "\n".join(child.replace("{id}", f"K{number}") for number, child in enumerate(children))
    path.write_text(f"<Message{declared}>{head}<Children>\n{body}\n</Children></Message>", encoding="utf-8")
    return path


def taken(path: Path) -> list[tuple[Any, ...]]:
    """All that reading gives, table by table."""
    return [
        (
            batch.table,
            batch.refusals,
            batch.notices,
            batch.raw.to_pydict() if batch.raw is not None else None,
            batch.typed.to_pydict() if batch.typed is not None else None,
        )
        for batch in read([path])
    ]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each child whether it was taken by a form."""
    told: list[bool] = []
    take = Forms.take

    def noted(self: Forms, child: etree._Element) -> Any:
        found = take(self, child)
        told.append(found is not None)
        return found

    monkeypatch.setattr(Forms, "take", noted)
    return told


@pytest.mark.parametrize("odd", [*ODD, ""])
def test_the_rows_are_those_that_going_through_each_child_gives(
    odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = ODD.get(odd, ("", ""))
    changed = CHILD.replace(old, new, 1)
    path = written(tmp_path / "c.xml", [CHILD, CHILD, changed, CHILD, changed, changed, CHILD])
    found = taken(path)
    monkeypatch.setattr(Forms, "take", lambda self, child: None)
    assert found == taken(path)


@pytest.mark.parametrize("declared", ["", ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'])
def test_a_child_is_gone_through_at_the_first_of_its_form_alone(
    declared: str, tmp_path: Path, counted: list[bool]
) -> None:
    taken(written(tmp_path / "c.xml", [CHILD] * 10, declared=declared))
    assert counted == [False] + [True] * 9


def test_a_census_of_nothing_but_different_children_holds_few_forms(
    tmp_path: Path, counted: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cin_forms, "MOST_SEEN", 3)
    monkeypatch.setattr(cin_forms, "MOST_CHARACTERS", 2_000)
    kinds = [CHILD.replace("<Assessments/>", "<Assessments/>" * count) for count in range(6)]
    taken(written(tmp_path / "c.xml", [*kinds, *kinds, *kinds]))
    # Three are remembered, and the tags of two fit.
    assert counted == [False] * 6 + [True, True] + [False] * 4 + [True, True] + [False] * 4


def test_a_form_names_the_number_of_the_row_that_another_stands_in() -> None:
    ids = ["ChildIdentifiers", "LAchildID", "/LAchildID", "/ChildIdentifiers"]
    tags = ["Child", *ids, "CINdetails", "Section47", "/Section47", "/CINdetails", "/Child"]
    form = form_of(tags, groups_of_a_child())
    assert form is not None
    assert form.names == ("LAchildID",)
    assert [(table, above) for table, _, above in form.rows] == [
        ("ChildIdentifiers", False),
        ("CINdetails", True),
        ("Section47", False),
    ]
    assert form_of(["Child", "Kid", "/Kid", "/Child"], groups_of_a_child()) is None

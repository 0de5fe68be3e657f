"""The form of a CIN census: what is wrong is told in words, and an earlier year's form is not wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from kith.returns.checking.cin_structure import onlooker, structure_faults
from kith.returns.checking.paths import gather
from kith.returns.codes.census.form import census
from kith.returns.codes.pre_proceedings import BLOCK as BLOCK_NAME
from kith.returns.codes.pre_proceedings import SETTING, pre_proceedings_element
from kith.returns.reading import read

CHILD = """
    <Child>
      <ChildIdentifiers>
        <LAchildID>A1</LAchildID>
        <UPNunknown>UN2</UPNunknown>
        <PersonBirthDate>2022-02-10</PersonBirthDate>
        <Sex>F</Sex>
      </ChildIdentifiers>
      <ChildCharacteristics>
        <Ethnicity>WBRI</Ethnicity>
        <Disabilities><Disability>NONE</Disability></Disabilities>
      </ChildCharacteristics>
      <CINdetails>
        <CINreferralDate>2025-09-01</CINreferralDate>
        <ReferralSource>6</ReferralSource>
        <Assessments>
          <AssessmentActualStartDate>2025-09-02</AssessmentActualStartDate>
          <FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment>
        </Assessments>
        <Section47>
          <S47ActualStartDate>2025-10-06</S47ActualStartDate>
          <ICPCnotRequired>0</ICPCnotRequired>
        </Section47>
        <ReferralNFA>0</ReferralNFA>
        <ChildProtectionPlans>
          <CPPstartDate>2025-10-24</CPPstartDate>
          <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
          <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
          <NumberOfPreviousCPP>0</NumberOfPreviousCPP>
          <Reviews><CPPreviewDate>2026-01-20</CPPreviewDate></Reviews>
        </ChildProtectionPlans>
      </CINdetails>
    </Child>"""
HEADER = """<Header>
    <CollectionDetails>
      <Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate>
    </CollectionDetails>
    <Source><SourceLevel>L</SourceLevel><LEA>201</LEA><DateTime>2026-05-01T09:00:00</DateTime></Source>
  </Header>"""
CENSUS = f"""<?xml version="1.0" encoding="utf-8"?>
<Message>
  {HEADER}
  <Children>{CHILD}
  </Children>
</Message>
"""
BLOCK = (
    "<PreProceedingsandFGDM><PPStartDate>2026-09-09</PPStartDate><FGDMMeetingOffer>1</FGDMMeetingOffer>"
    "<ReviewMeetingsCount>3</ReviewMeetingsCount><PPOutcome>A</PPOutcome></PreProceedingsandFGDM>"
)
WITH_BLOCK = CENSUS.replace("</CINdetails>", f"{BLOCK}</CINdetails>")
SEX, OLD_SEX = "<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>"
DEATH = "<PersonDeathDate>2026-01-01</PersonDeathDate>"
NFA = "<ReferralNFA>0</ReferralNFA>"


def told(census: str | bytes, year: str = "2025-26", **given: str) -> list[str]:
    """The message of each fault."""
    data = census.encode() if isinstance(census, str) else census
    return [fault["message"] for fault in structure_faults(lambda: io.BytesIO(data), "c.xml", year, **given)]


def test_a_census_of_the_right_form_has_no_fault() -> None:
    assert told(CENSUS) == []
    assert told(CENSUS.replace(HEADER, "")) == []
    assert (
        told(CENSUS.replace("<Message>", '<Message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'))
        == []
    )


DAMAGES = [
        (SEX, "", "ChildIdentifiers has no Sex, which it must have. Put it in."),
        (SEX, SEX + SEX, "Sex is in ChildIdentifiers more than once. Keep the right one."),
        (SEX, DEATH + SEX, "PersonDeathDate is not in its place in ChildIdentifiers. Move it: it must stand after Sex."),
        (SEX, SEX + "<Colour>red</Colour>", "“Colour” is no element of ChildIdentifiers. Take it out."),
        (SEX, "<SEX>F</SEX>", "SEX must be spelled Sex. Rename it."),
        (SEX, SEX + NFA, "ReferralNFA stands in ChildIdentifiers, and belongs in CINdetails. Move it."),
        (SEX, "<Sex/>", "Sex is empty. Fill it in, or leave out an element that may be."),
        (SEX, '<Sex a="1">F</Sex>', "Sex has the attribute “a”; no element of the census has any. Take it out."),
        (SEX, "<Sex>F<b/></Sex>", "Sex holds other elements, and may hold its value alone. Take them out."),
        (SEX, SEX + "oh", "“oh” stands between the elements of ChildIdentifiers. Take it out."),
        (SEX, OLD_SEX, "GenderCurrent is in the census up to 2023-24, and this one is of 2025-26. Give Sex instead."),
        (">A1<", "><", "LAchildID is empty. Fill it in, or leave out an element that may be."),
        (">2022-02-10<", ">10/02/2022<", "“10/02/2022” is not a day of the calendar, written YYYY-MM-DD. Correct it."),
        (">2022-02-10<", ">2022-02-30<", "“2022-02-30” is not a day of the calendar, written YYYY-MM-DD. Correct it."),
        (">6<", "> 6<", "“ 6” is not a value without blanks around it. Correct it."),
        (">3B<", ">3Z<", "“3Z” is not one of the codes for it. Correct it."),
        (">0</Num", ">-1</Num", "“-1” is not a whole number, nought or more. Correct it."),
        (
            "<UPNunknown>UN2</UPNunknown>",
            "<UPN>A12</UPN>",
            "“A12” is not a letter, eleven figures, and a figure or letter. Correct it.",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), DAMAGES)
def test_each_damage_to_a_child_is_told_once_with_its_line(old: str, new: str, said: str) -> None:
    found = told(CENSUS.replace(old, new, 1))
    assert [re.sub(r"^Line \d+, child “A1”: |^Line \d+: ", "", message) for message in found][:1] == [said]
    assert found[0].startswith("Line ")
    assert len(found) == 1


AROUND = [
        ("<LEA>201</LEA>", "", "Line 7: Source has no LEA"),
        (">201<", ">E09<", "“E09” is not the three figures of an authority"),
        (CHILD, "", "Line 9: Children has no Child"),
        ("<Children>", "<Children><Kid/>", "“Kid” is no element of Children"),
        ("</Children>", "<Kid/></Children>", "“Kid” is no element of Children"),
        ("</Children>", "left over</Children>", "“left over” stands between the elements of Children"),
        ("</Children>", "</Children><Children/>", "Children is in Message more than once"),
        ("</Children>", f"</Children>{HEADER}", "Header is in Message more than once"),
        ("</Children>", "</Children><Footer/>", "“Footer” is no element of Message"),
        ("<Message>", '<Message id="1">', "Message has the attribute “id”"),
        ("<Message>", '<Message xmlns="urn:x">', "in a namespace"),
        ("</CINdetails>", f"{CHILD}</CINdetails>", "Child stands in CINdetails, and belongs in Children"),
        ("Child>", "CHILD>", "CHILD must be spelled Child"),
    ]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), AROUND)
def test_each_damage_around_the_children_is_told(old: str, new: str, said: str) -> None:
    found = told(CENSUS.replace(old, new))
    assert len(found) == 1
    assert said in found[0]


def test_a_header_after_the_children_is_out_of_its_place() -> None:
    census = CENSUS.replace(HEADER, "").replace("</Children>", f"</Children>{HEADER}")
    assert "not in its place in Message" in "".join(told(census))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty"),
        (b"a,b\n1,2\n", "It is not XML"),
        (CENSUS[:900].encode(), "cut short or damaged at line"),
        (CENSUS.replace("</Sex>", "</Sx>").encode(), "cut short or damaged at line 15"),
        (CENSUS.replace("Message", "Census").encode(), "outermost element is “census”"),
        (b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + CENSUS[38:].encode(), "document type or entities"),
        (CENSUS.replace("A1", "A\xe9").encode("cp1252"), "It is not in UTF-8"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_one_fault_of_the_whole_file(data: bytes, said: str) -> None:
    (fault,) = structure_faults(lambda: io.BytesIO(data), "c.xml", "2025-26")
    assert said in fault["message"]
    assert (fault["file"], fault["row"], fault["column"]) == ("c.xml", None, None)


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    (fault,) = structure_faults(lambda: (tmp_path / "none.xml").open("rb"), "none.xml", "2025-26")
    assert "cannot be read" in fault["message"]


@pytest.mark.parametrize("gender", ["1", "2", "0", "9"])
def test_gender_has_its_earlier_form_to_2023_24(gender: str) -> None:
    census = CENSUS.replace(SEX, f"<GenderCurrent>{gender}</GenderCurrent>")
    assert told(census, "2023-24") == []
    assert told(CENSUS, "2024-25") == []
    assert len(told(census, "2024-25")) == 1


def test_an_earlier_code_of_gender_that_is_none_is_told() -> None:
    assert "not 1, 2, 0 or 9" in told(CENSUS.replace(SEX, "<GenderCurrent>3</GenderCurrent>"), "2023-24")[0]


@pytest.mark.parametrize("word", ["true", "FALSE", "False", "1"])
def test_true_and_false_stand_for_1_and_0(word: str) -> None:
    assert told(re.sub(r">0<(?=/(ReferralNFA|ICPCnotRequired))", f">{word}<", CENSUS)) == []


@pytest.mark.parametrize(
    ("item", "value"),
    [("Sex", "F"), ("Ethnicity", "WBRI"), ("ReferralSource", "6"), ("ReferralNFA", "0")],
)
def test_a_code_that_a_rule_judges_is_left_to_the_rule(item: str, value: str) -> None:
    assert told(CENSUS.replace(f"<{item}>{value}<", f"<{item}>NO<")) == []


def test_the_pre_proceedings_block_is_in_the_census_from_2026_27() -> None:
    assert told(WITH_BLOCK, "2026-27") == []
    (early,) = told(WITH_BLOCK, "2025-26")
    assert "PreProceedingsandFGDM is in the census from 2026-27 on" in early
    assert "one public source" in early


def test_faults_in_the_block_say_that_it_rests_on_one_source() -> None:
    census = WITH_BLOCK.replace("<PPOutcome>", "<PPResult/><PPOutcome>").replace(">3</Rev", ">three</Rev")
    unknown, value = told(census, "2026-27")
    assert "“PPResult” is no element of PreProceedingsandFGDM" in unknown
    assert "“three” is not a whole number" in value
    assert all("one public source" in message for message in (unknown, value))


def test_the_block_may_be_called_otherwise() -> None:
    census = WITH_BLOCK.replace("PreProceedingsandFGDM", "PreProceedings")
    (fault,) = told(census, "2026-27")
    assert f"set {SETTING}=PreProceedings" in fault
    assert told(census, "2026-27", pre_proceedings="PreProceedings") == []
    with pytest.raises(ValueError, match="another element"):
        told(census, "2026-27", pre_proceedings="Section47")


def test_the_setting_names_the_block_for_the_reader_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.xml"
    path.write_text(WITH_BLOCK.replace("PreProceedingsandFGDM", "PreProceedings"))
    assert not any(batch.table == "PreProceedings" for batch in read(path))
    monkeypatch.setenv(SETTING, "PreProceedings")
    assert pre_proceedings_element() == "PreProceedings"
    assert any(batch.table == "PreProceedings" for batch in read(path))
    monkeypatch.setenv(SETTING, "no name")
    assert SETTING in " ".join(refusal.reason for batch in read(path) for refusal in batch.refusals)


def many(count: int, change: Callable[[str], str] = str) -> str:
    return CENSUS.replace(CHILD, "".join(change(CHILD.replace("A1", f"A{n}")) for n in range(count)))


def test_five_faults_of_a_kind_are_told_and_the_rest_counted() -> None:
    found = told(many(1_500, lambda child: child.replace(SEX, "")))
    assert len(found) == 5
    assert "child “A4”" in found[4]
    assert found[4].endswith("1,495 more like this are in the file.")


@pytest.mark.parametrize(("old", "new"), [("", ""), *(each[:2] for each in [*DAMAGES, *AROUND])])
def test_what_is_told_while_the_rows_are_read_is_what_is_told_of_the_file(
    old: str, new: str, tmp_path: Path
) -> None:
    damaged = CENSUS.replace(old, new) if old else CENSUS
    child = CHILD.replace(old, new) if old else CHILD
    beside = [CHILD.replace("A1", f"B{n}") for n in range(5)]
    if child:
        damaged = damaged.replace(
            child, "".join([*beside[:3], child, *beside[3:], child.replace("A1", "C1")]), 1
        )
    path = tmp_path / "c.xml"
    path.write_text(damaged)
    whole = structure_faults(lambda: path.open("rb"), "c.xml", "2025-26")
    assert gather([path], year="2025-26").structure == whole
    assert bool(whole) == bool(old)


def test_the_schema_is_asked_only_of_what_it_has_not_passed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    form = census("2025-26", BLOCK_NAME)

    class Counting:
        def validate(self, element: etree._Element) -> bool:
            asked.append(str(element.tag))
            return form.schema.validate(element)

    monkeypatch.setattr(onlooker, "census", lambda *_: replace(form, schema=Counting()))
    path = tmp_path / "c.xml"
    another_day = "2025-10-07".join(many(20).rsplit("2025-10-06", 1))
    for text, times in ((many(20), 2), (another_day, 3)):
        asked.clear()
        path.write_text(text)
        gather([path], year="2025-26")
        # The first child is gone through, and the second is the first that is known by its form.
        assert asked.count("Child") == times


@pytest.mark.parametrize("value", ["F", "ÄÖ", "a<b", "0", "'", "x" * 300, "𝒳"])
def test_an_item_that_need_only_be_filled_in_may_be_anything_without_blanks(value: str) -> None:
    form = census("2026-27", BLOCK_NAME)
    assert {"LAchildID", "Sex", "Ethnicity"} <= form.filled
    assert all(form.right(name, value) for name in form.filled)
    assert not any(form.right(name, bad) for name in form.filled for bad in ("", " ", f" {value}"))


def test_a_file_of_nothing_but_strange_names_is_told_in_few_words() -> None:
    numbers = iter(range(1_000))
    found = told(many(300, lambda child: child.replace(SEX, f"{SEX}<X{next(numbers)}/>")))
    assert len(found) == 101
    assert found[-1] == "200 more faults, of other kinds, are not listed."

"""`kith load` on XML returns of every collection year: what they tell is what the CSVs tell."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kith.returns.load.tables import ALL
from tests.returns.load.command import kith_load
from tests.returns.load.making import EPISODES, HEADER, REVIEWS, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]
Rows = Callable[..., list[tuple[Any, ...]]]
YEARS = range(2017, 2027)

SSDA903 = """<EXPSSDA903><CHILD><HEADER><CHILDID>{child}</CHILDID><SEX>{sex}</SEX><DOB>02/05/{born}</DOB>
<ETHNIC>WBRI</ETHNIC><UPN>UN1</UPN><UASC>1</UASC><DUC>01/02/{next}</DUC><MOTHER>1</MOTHER><MC_DOB>03/03/{next}</MC_DOB>
<IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>B1</ACCOM>
<DATE_INT>01/06/{year}</DATE_INT><DATE_MATCH>01/07/{year}</DATE_MATCH><FOSTER_CARE>0</FOSTER_CARE>
<NB_ADOPTR>2</NB_ADOPTR><SEX_ADOPTR>MF</SEX_ADOPTR><LS_ADOPTR>L0</LS_ADOPTR>
<AREVIEW><REVIEW>01/06/{year}</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
<AREVIEW><REVIEW>01/09/{year}</REVIEW><REVIEW_CODE>PN2</REVIEW_CODE></AREVIEW>
<AMISSING><MISSING>M</MISSING><MIS_START>05/06/{year}</MIS_START><MIS_END>06/06/{year}</MIS_END></AMISSING>
<AD_PLACED><DATE_PLACED>01/08/{year}</DATE_PLACED></AD_PLACED>
<PERMANENCE><PREV_PERM>P1</PREV_PERM><LA_PERM>E09000027</LA_PERM><DATE_PERM>zz/zz/2015</DATE_PERM></PERMANENCE>
<OC2><SDQ_SCORE>10</SDQ_SCORE><CONVICTED>0</CONVICTED><HEALTH_CHECK>1</HEALTH_CHECK><IMMUNISATIONS>1</IMMUNISATIONS>
<TEETH_CHECK>1</TEETH_CHECK><HEALTH_ASSESSMENT>1</HEALTH_ASSESSMENT><SUBSTANCE_MISUSE>0</SUBSTANCE_MISUSE></OC2></HEADER>
<EPISODE><DECOM>01/05/{year}</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER>
<DEC>01/06/{year}</DEC><REC>X1</REC><HOME_POST>AB1 2CD</HOME_POST><PL_POST>EF3 4GH</PL_POST><URN>1234567</URN></EPISODE>
<EPISODE><DECOM>01/06/{year}</DECOM><RNE>P</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER>
</EPISODE></CHILD></EXPSSDA903>"""

CSVS = {
    "header": text(HEADER, "A1,1,02/05/2006,WBRI,UN1,1,03/03/2023"),
    "episodes": text(
        EPISODES,
        "A1,01/05/2022,S,C2,N1,U4,PR1,01/06/2022,X1,,AB1 2CD,EF3 4GH,1234567",
        "A1,01/06/2022,P,C2,N1,K2,PR1,,,,,,",
    ),
    "reviews": text(REVIEWS, "A1,02/05/2006,01/06/2022,PN1", "A1,02/05/2006,01/09/2022,PN2"),
    "uasc": text("CHILD,SEX,DOB,DUC", "A1,1,02/05/2006,01/02/2023"),
    "oc2": text(
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
        "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
        "A1,02/05/2006,10,,0,1,1,1,1,0,,",
    ),
    "oc3": text("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "A1,02/05/2006,YES,F2,B1"),
    "ad1": text(
        "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
        "A1,02/05/2006,01/06/2022,01/07/2022,0,2,MF,L0",
    ),
    "placed_for_adoption": text(
        "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "A1,02/05/2006,01/08/2022,,"
    ),
    "previous_permanence": text(
        "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "A1,02/05/2006,P1,E09000027,zz/zz/2015"
    ),
    "missing": text("CHILD,DOB,MISSING,MIS_START,MIS_END", "A1,02/05/2006,M,05/06/2022,06/06/2022"),
}

CENSUS = """<Message xmlns="http://www.education.gov.uk"><Header><CollectionDetails><Collection>CIN</Collection>
<Year>{next}</Year><ReferenceDate>{next}-03-31</ReferenceDate></CollectionDetails></Header><Children><Child>
<ChildIdentifiers><LAchildID>{child}</LAchildID><PersonBirthDate>{born}-05-02</PersonBirthDate>{sex}</ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>{year}-05-06</CINreferralDate><ReferralSource>1A</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode><Assessments><AssessmentActualStartDate>{year}-05-07</AssessmentActualStartDate>
<AssessmentAuthorisationDate>{year}-06-20</AssessmentAuthorisationDate></Assessments><ReferralNFA>0</ReferralNFA>
</CINdetails></Child></Children></Message>"""


def of_year(form: str, year: int, child: str = "A1") -> str:
    sex = "<GenderCurrent>1</GenderCurrent>" if year < 2024 else "<Sex>M</Sex>"
    if form is SSDA903:
        sex = "1" if year < 2023 else "M"
    return form.format(child=child, sex=sex, year=year, next=year + 1, born=year - 16)


def facts(rows: Rows) -> dict[str, list[tuple[Any, ...]]]:
    """Every fact that the return tells, without ids and times."""
    left_out = {"id", "recorded_at", "recorded_by", "person_id", "episode_id"}
    found = {}
    for table in sorted({fact.target for fact in ALL} | {"care_episodeplace"}):
        columns = rows(
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped ORDER BY attnum",
            table,
        )
        kept = ", ".join(name for (name,) in columns if name not in left_out)
        found[table] = rows(f"SELECT {kept} FROM {table} ORDER BY {kept}")
    return found


def test_one_xml_tells_what_its_csvs_tell(tmp_path: Path, rows: Rows) -> None:
    folder = tmp_path / "2022-23"
    folder.mkdir()
    for name, content in CSVS.items():
        (folder / f"{name}.csv").write_text(content)
    path = tmp_path / "ssda903-2022-23.xml"
    path.write_text(of_year(SSDA903, 2022))
    assert kith_load(folder).total("new") == sum(len(each.splitlines()) - 1 for each in CSVS.values())
    by_csv = facts(rows)
    ran = kith_load(path)
    assert (ran.status, ran.refused) == (0, [])
    assert (ran.total("unchanged"), ran.total("new"), ran.total("changed")) == (ran.total("read"), 0, 0)
    assert facts(rows) == by_csv
    assert all(by_csv[table] for table in by_csv if table.startswith("care_") and table not in CSV_ALONE)


CSV_ALONE = {"care_socialworkerepisode", "care_deprivationofliberty"}
"""No XML holds these."""


def test_xml_of_every_collection_year_loads_in_one_go_and_again_changes_nothing(
    tmp_path: Path, rows: Rows
) -> None:
    for year in YEARS:
        name = f"{year}-{(year + 1) % 100:02d}"
        (tmp_path / f"ssda903-{name}.xml").write_text(of_year(SSDA903, year, f"C{year}"))
        (tmp_path / f"cin-{name}.xml").write_text(of_year(CENSUS, year, f"C{year}"))
    ran = kith_load(tmp_path)
    assert (ran.status, ran.refused, ran.total("held")) == (0, [], 0)
    assert ran.total("read") == ran.total("new") + ran.total("changed") + ran.total("unchanged")
    names = [(f"{year}-{(year + 1) % 100:02d}",) for year in YEARS]
    for table, column in (
        ("care_episode", "reported_year"),
        ("care_healthyear", "collection_year"),
        ("care_adoption", "collection_year"),
        ("care_missingepisode", "reported_year"),
        ("help_referral", "reported_year"),
        ("help_assessment", "reported_year"),
    ):
        assert rows(f"SELECT DISTINCT {column} FROM {table} ORDER BY 1") == names
    assert rows("SELECT sex, count(*) FROM people_person GROUP BY 1") == [("M", len(YEARS))]
    again = kith_load(tmp_path)
    assert (again.total("new"), again.total("changed"), again.total("held")) == (0, 0, 0)


def test_one_child_of_many_years_is_stitched_into_one_history(tmp_path: Path, rows: Rows) -> None:
    with zipfile.ZipFile(tmp_path / "2021.zip", "w") as archive:
        archive.writestr(
            "2021-22/episodes.csv", text(EPISODES, "A1,01/05/2021,S,C2,N1,U4,PR1,,,,AB1 2CD,EF3 4GH,1234567")
        )
    (tmp_path / "903-2022-23.xml").write_text(
        "<EXPSSDA903><CHILD><HEADER><CHILDID>A1</CHILDID><SEX>1</SEX><DOB>02/05/2006</DOB></HEADER><EPISODE>"
        "<DECOM>01/05/2021</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><PLACE_PROVIDER>PR1</PLACE_PROVIDER>"
        "<DEC>01/06/2022</DEC><REC>E4A</REC><HOME_POST>AB1 2CD</HOME_POST><PL_POST>EF3 4GH</PL_POST>"
        "<URN>1234567</URN></EPISODE></CHILD></EXPSSDA903>"
    )
    ran = kith_load(tmp_path / "903-2022-23.xml", tmp_path / "2021.zip")
    assert (ran.status, ran.total("refused")) == (0, 0)
    assert rows("SELECT started_on::text, ceased_on::text, reported_year FROM care_episode") == [
        ("2021-05-01", "2022-06-01", "2022-23")
    ]
    assert rows("SELECT ceased_on, pgh_label FROM care_episodeevent") == [(None, "changed")]


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252", "utf-8"])
def test_an_xml_in_another_encoding_loads(encoding: str, tmp_path: Path, rows: Rows) -> None:
    path = tmp_path / "903-2022-23.xml"
    told = f"<?xml version='1.0' encoding='{encoding}'?>" + of_year(SSDA903, 2022).replace(
        "1234567", "1é34567"
    )
    path.write_bytes(told.encode(encoding))
    assert kith_load(path).status == 0
    assert ("1É34567",) in rows("SELECT urn FROM care_episodeplace")


def test_an_xml_cut_short_keeps_the_whole_children_before_the_cut_and_says_so(
    tmp_path: Path, rows: Rows
) -> None:
    one, other = of_year(SSDA903, 2022), of_year(SSDA903, 2022, "B2")
    whole = one.replace("</EXPSSDA903>", "") + other.replace("<EXPSSDA903>", "")
    path = tmp_path / "903-2022-23.xml"
    path.write_text(whole[: len(whole) - 200])
    ran = kith_load(path)
    assert ran.status == 0
    assert rows("SELECT value FROM people_identifier WHERE scheme = 'local'") == [("A1",)]
    assert any("cut short" in reason or "not all" in reason.lower() for *_, reason in ran.refused)

"""The engine: the shape of its answer, and that nothing stops a rule that can run."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys

import duckdb
import pyarrow as pa
import pytest

from kith.returns import check_tables
from kith.returns.checking import running
from kith.returns.checking.errors import CheckError
from kith.returns.codes import layout

KEYS = {"kind", "year", "children", "files", "structure", "rules", "summary", "notes"}


def whole(name, *rows):
    """Every column of a table; rows give the first columns, in the return's order."""
    columns = layout("ssda903")[name].column_names
    return {column: [row[at] if at < len(row) else None for row in rows] for at, column in enumerate(columns)}


def header(*rows):
    return {"Header": whole("Header", *rows)}


def rule_in(answer, code):
    return next(rule for rule in answer["rules"] if rule["code"] == code)


def test_rules_on_a_table_without_rows_pass_and_cost_no_query(monkeypatch):
    asked = []
    batch = running._batch

    def noted(connection, key, table, rules):
        asked.append(table)
        return batch(connection, key, table, rules)

    monkeypatch.setattr(running, "_batch", noted)
    tables = header(("1", "M", "01/01/2015", "WBRI", "UN1")) | {"OC2": whole("OC2"), "Reviews": {"CHILD": []}}
    answer = check_tables("ssda903", "2026-27", tables, authority="E09000027")
    assert set(asked) == {"Header"}
    assert rule_in(answer, "188")["status"] == "passed"
    lacking = rule_in(answer, "166")
    assert (lacking["status"], lacking["reason"]) == ("not_run", "Reviews has no column REVIEW.")


def test_the_answer_has_the_shape_of_the_contract():
    answer = check_tables("ssda903", "2026-27", header(("1", "X", "01/01/2015", "WBRI", "UN1")))
    assert set(answer) == KEYS
    assert (answer["kind"], answer["year"], answer["children"]) == ("ssda903", "2026-27", 1)
    assert answer["files"] == [{"file": "Header", "table": "Header", "rows": 1}]
    said = rule_in(answer, "101")
    assert set(said) == {"code", "severity", "status", "reason", "says", "failures"}
    assert (said["severity"], said["status"], said["reason"]) == ("error", "failed", None)
    assert said["failures"] == [{"table": "Header", "row": 1, "child": "1", "columns": ["SEX"]}]
    assert set(answer["summary"]) == {"passed", "failed", "not_run", "rows_flagged"}
    json.dumps(answer)


def test_every_rule_ends_in_one_of_three_ways_and_says_why_it_was_not_run():
    answer = check_tables("ssda903", "2026-27", header(("1", "M", "01/01/2015", "WBRI", "UN1")))
    assert {rule["status"] for rule in answer["rules"]} <= {"passed", "failed", "not_run"}
    for rule in answer["rules"]:
        assert bool(rule["reason"]) == (rule["status"] == "not_run")
        assert bool(rule["failures"]) == (rule["status"] == "failed")
    summary = answer["summary"]
    assert summary["passed"] + summary["failed"] + summary["not_run"] == len(answer["rules"])
    assert rule_in(answer, "141")["reason"] == "There is no Episodes file."
    assert rule_in(answer, "202")["reason"] == "Last year's return was not given, or has no Header."


def test_a_column_that_is_lacking_is_said_and_the_other_rules_run():
    tables = header(("1", "X", "31/02/2015", "WBRI", "UN1"))
    del tables["Header"]["ETHNIC"]
    answer = check_tables("ssda903", "2026-27", tables)
    assert [(fault["column"], fault["row"]) for fault in answer["structure"]] == [("ETHNIC", None)]
    assert rule_in(answer, "103")["reason"] == "Header has no column ETHNIC."
    assert rule_in(answer, "101")["status"] == "failed"
    assert rule_in(answer, "102")["status"] == "failed"


@pytest.mark.parametrize("child", [101, 101.0, "101", " 101 ", "101.0"])
def test_an_id_is_one_id_whether_number_or_text(child):
    tables = header(("101", "M", "01/01/2015", "WBRI", "UN1"))
    tables["Reviews"] = whole("Reviews", (child, "01/01/2015", "01/05/2026", "PN1"))
    answer = check_tables("ssda903", "2026-27", tables)
    assert answer["children"] == 1
    assert rule_in(answer, "INT08")["status"] == "passed"


@pytest.mark.parametrize("given", ["2015-01-01", "01-01-2015", "01.01.2015"])
def test_a_date_in_another_layout_is_said_and_read(given):
    answer = check_tables("ssda903", "2026-27", header(("1", "M", given, "WBRI", "UN1")))
    [fault] = answer["structure"]
    assert (fault["column"], fault["row"]) == ("DOB", 1)
    assert given in fault["message"]
    assert rule_in(answer, "301")["status"] == "passed"


def test_dates_and_arrow_and_relations_are_taken_as_they_are():
    columns = header(("1", "M", dt.date(2015, 1, 1), "WBRI", "UN1"))["Header"]
    arrow = pa.table({name: pa.array(values) for name, values in columns.items()})
    from_lists = check_tables("ssda903", "2026-27", {"Header": columns})
    from_arrow = check_tables("ssda903", "2026-27", {"Header": arrow})
    from_duckdb = check_tables("ssda903", "2026-27", {"header": duckdb.from_arrow(arrow)})
    assert from_lists == from_arrow == from_duckdb
    assert rule_in(from_lists, "102")["status"] == "passed"


def test_rules_asked_together_answer_as_they_do_alone():
    tables = header(
        ("1", "X", "31/02/2015", None, "UN9"), ("2", "M", "01/01/2030", "WBRI", "A12"), (None, "F")
    )
    whole_answer = check_tables("ssda903", "2026-27", tables)
    for rule in whole_answer["rules"]:
        if rule["status"] == "failed":
            alone = check_tables("ssda903", "2026-27", tables, rules=[rule["code"]])
            assert alone["rules"] == [rule]


def test_rows_that_name_no_child_or_too_long_an_id_are_told():
    rows = header((None, "M", "01/01/2015", "WBRI", "UN1"), ("9" * 21, "M", "01/01/2015", "WBRI", "UN1"))
    structure = check_tables("ssda903", "2026-27", rows)["structure"]
    assert [(fault["row"], fault["column"]) for fault in structure] == [(1, "CHILD"), (2, "CHILD")]


def test_a_birth_that_cannot_be_read_is_told_and_taken_from_the_header():
    tables = header(("1", "M", "01/01/2015", "WBRI", "UN1"))
    tables["Reviews"] = whole("Reviews", ("1", "30/02/2015", "01/05/2026", "PN0"))
    answer = check_tables("ssda903", "2026-27", tables)
    assert [(fault["file"], fault["row"], fault["column"]) for fault in answer["structure"]] == [
        ("Reviews", 1, "DOB")
    ]
    assert rule_in(answer, "440")["status"] == "failed"


def test_a_date_of_the_census_that_is_none_is_told():
    answer = check_tables(
        "cin", "2026-27", {"ChildIdentifiers": {"LAchildID": ["A1"], "PersonBirthDate": ["banana"]}}
    )
    assert ("PersonBirthDate", 1) in [(fault["column"], fault["row"]) for fault in answer["structure"]]


def test_a_rule_that_can_do_with_any_of_several_columns_needs_one():
    tables = {"OC2": {"CHILD": ["1"]}}
    [rule] = check_tables("ssda903", "2026-27", tables, rules=["181"])["rules"]
    assert rule["reason"].startswith("None of these is there: OC2.CONVICTED")
    tables["OC2"]["TEETH_CHECK"] = ["7"]
    [rule] = check_tables("ssda903", "2026-27", tables, rules=["181"])["rules"]
    assert rule["status"] == "failed"


def test_a_column_called_row_is_not_taken_for_the_number_of_a_row():
    frame = pa.table({"CHILD": ["1", "2"], "SEX": ["M", "X"], "row": pa.array([7, 7], pa.int64())})
    [rule] = check_tables("ssda903", "2026-27", {"Header": frame}, rules=["101"])["rules"]
    assert [failure["row"] for failure in rule["failures"]] == [2]


def test_ids_that_lost_their_noughts_in_one_file_are_told_and_rules_run() -> None:
    tables = {
        "Header": {"CHILD": ["00123", "00124", "07", "7"], "DOB": ["02/05/2015"] * 4},
        "Episodes": {"CHILD": ["123", "124", "7"], "DECOM": ["01/05/2026"] * 3},
        "Reviews": {"CHILD": ["00123"], "REVIEW": ["01/06/2026"]},
    }
    answer = check_tables("ssda903", "2026-27", tables)
    (told,) = [each for each in answer["structure"] if "noughts" in each["message"]]
    assert (told["file"], told["row"], told["column"]) == ("Episodes", 1, "CHILD")
    assert told["message"].startswith(
        "The child 123 is 00123 in Header, and 1 more like it: noughts were lost"
    )
    assert answer["summary"]["passed"] > 0
    tables["Episodes"]["CHILD"] = ["00123", "00124", "7"]
    assert "noughts" not in str(check_tables("ssda903", "2026-27", tables)["structure"])


def test_ids_that_lost_their_noughts_between_the_years_are_told_and_match_nobody() -> None:
    born = ["02/05/2015", "03/05/2015", "04/05/2015", "05/05/2015"]
    now = {"Header": {"CHILD": ["123", "124", "0007", "8"], "DOB": born}, "Episodes": {"CHILD": ["123"]}}
    # Another day of birth is another child; and who has both writings in one year is two.
    last = {
        "Header": {"CHILD": ["00123", "00124", "7", "08", "8"], "DOB": [*born[:2], "01/01/2010", *born[2:]]},
        "Episodes": {"CHILD": ["00123"], "DECOM": ["01/05/2025"]},
    }
    answer = check_tables("ssda903", "2026-27", now, last_year=last)
    (told,) = [each for each in answer["structure"] if "noughts" in each["message"]]
    assert (told["file"], told["row"], told["column"]) == ("Header", 1, "CHILD")
    assert told["message"].startswith(
        "The child 123 is 00123 in last year's Header, and 1 more like it: noughts were lost in one of the years"
    )
    assert answer["children"] == 4
    turned = check_tables("ssda903", "2026-27", last, last_year=now)["structure"]
    assert any("The child 00123 is 123 in last year's Header" in each["message"] for each in turned)


def test_lists_of_providers_that_know_none_of_the_return_are_asked_about():
    tables = header(("1", "M", "01/01/2015", "WBRI", "UN1"))
    tables["Episodes"] = {"CHILD": ["1"], "URN": ["1234567"]}
    answer = check_tables("ssda903", "2026-27", tables, providers={"URN": ["7654321"]})
    assert "None of the 1 Ofsted numbers (URN) of the return is in the provider lists" in answer["notes"][-1]
    tables["Episodes"] = {"CHILD": ["1"] * 4, "URN": ["1234567", "1234568", "7654321", "XXXXXXX"]}
    answer = check_tables("ssda903", "2026-27", tables, providers={"URN": ["7654321"]})
    assert any("Only 1 of the 3 Ofsted numbers (URN) of the return is in" in note for note in answer["notes"])
    answer = check_tables("ssda903", "2026-27", tables, providers={"URN": ["7654321", "1234567"]})
    assert not any("provider lists" in note for note in answer["notes"])


@pytest.mark.parametrize(
    ("kind", "year", "extra", "says"),
    [
        ("ssda903", "2019-20", {}, "2025-26 to 2026-27"),
        ("ssda903", "2026", {}, "Write it as 2026-27"),
        ("ssda903", "2026-28", {}, "not a collection year"),
        ("annex", "2026-27", {}, "ssda903 or cin"),
        ("ssda903", "2026-27", {"rules": ["ZZ9"]}, "no rule ZZ9"),
        ("ssda903", "2026-27", {"authority": "Barking"}, "ONS code"),
        ("ssda903", "2026-27", {"authority": "E99999999"}, "ONS code"),
        ("ssda903", "2026-27", {"last_year": {"Heads": {}}}, "Last year’s “Heads”"),
        ("ssda903", "2026-27", {"rules": []}, "No rule was named"),
        ("ssda903", "2026-27", {"file_format": "xlsx"}, "csv or xml"),
    ],
)
def test_what_cannot_be_checked_is_told_plainly(kind, year, extra, says):
    with pytest.raises(CheckError, match=says):
        check_tables(kind, year, header(("1",)), **extra)


def test_a_table_that_is_none_of_the_return_is_told():
    with pytest.raises(CheckError, match="Headers"):
        check_tables("ssda903", "2026-27", {"Headers": {"CHILD": ["1"]}})
    with pytest.raises(CheckError, match="one length"):
        check_tables("ssda903", "2026-27", {"Header": {"CHILD": ["1"], "SEX": []}})


def test_checking_imports_no_django():
    code = "import sys, kith.returns; kith.returns.check_tables('cin', '2025-26', {}); print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""`kith rule`."""

from __future__ import annotations

from tests.cli.a_return import kith


def test_a_rule_is_printed_with_its_words_its_sql_and_its_examples() -> None:
    done = kith("rule", "389")
    assert done.status == 0
    assert done.out.startswith("SSDA903 rule 389 (error, every year)\nSomeone who moved on")
    assert "SELECT row FROM Episodes WHERE REC = 'E7'" in done.out
    assert "Found: the day before the sixteenth birthday\n    Header\n      row  CHILD  DOB\n" in done.out
    assert "      1    1      01/04/2026  01/05/2026  E7\n    It flags: row 1\n" in done.out


def test_without_a_code_all_are_listed() -> None:
    done = kith("rule", "--kind", "ssda903")
    assert done.out.startswith("SSDA903: ")
    assert "  389       error  Someone who moved on" in done.out
    assert "CIN census:" not in done.out


def test_a_code_that_is_none_and_a_kind_that_is_none_are_told_in_one_line() -> None:
    assert (kith("rule", "nope").status, kith("rule", "nope").err) == (
        2,
        "kith: There is no rule nope. kith rule lists them all.\n",
    )
    assert kith("rule", "389", "--kind", "school").err == "kith: --kind is ssda903 or cin.\n"

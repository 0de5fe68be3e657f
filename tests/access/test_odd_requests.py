"""Requests that no browser of ours would send."""

from __future__ import annotations

import pytest

from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE"])
def test_only_get_head_and_post_are_answered(method: str) -> None:
    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    assert signed_in(lead).generic(method, f"/people/{child.id}/").status_code == 405


@pytest.mark.parametrize("path", ["/people/?q=%00", "/audit/looks/?q=a%00", "/accounts/?q=%00"])
def test_a_character_that_no_text_has_is_a_bad_request(path: str) -> None:
    assert signed_in(make.account("lead")).get(path).status_code == 400


def test_a_tie_to_something_that_is_no_id_is_an_empty_form() -> None:
    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    visitor = signed_in(lead)
    assert visitor.get(f"/people/{child.id}/about/tie/?other=x").status_code == 200
    assert visitor.post(f"/people/{child.id}/about/tie/", {"other": "x"}).status_code == 200

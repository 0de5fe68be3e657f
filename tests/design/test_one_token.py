"""The token of a page's forms."""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.test import RequestFactory

from kith.design.jinja import environment
from kith.design.one_token import one_token

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
TWO = "<form>{{ csrf_input }}</form><form>{{ csrf_input }}</form>"


def visitor(secret: str = "") -> HttpRequest:
    request = RequestFactory().get("/")
    if secret:
        request.META["CSRF_COOKIE"] = secret
    return request


def page(request: HttpRequest, text: str) -> str:
    return environment().from_string(text).render(**one_token(request))


def test_every_form_of_a_page_sends_the_same_and_the_next_page_another() -> None:
    request = visitor()
    get_token(request)
    secret = request.META["CSRF_COOKIE"]
    one, other = page(visitor(secret), TWO), page(visitor(secret), TWO)
    assert [len(set(TOKEN.findall(each))) for each in (one, other)] == [1, 1]
    assert len(TOKEN.findall(one)) == 2
    assert TOKEN.findall(one) != TOKEN.findall(other)


def test_a_page_without_a_form_draws_none_and_sets_no_cookie() -> None:
    request = visitor()
    assert page(request, "<p>Nothing to send</p>") == "<p>Nothing to send</p>"
    assert "CSRF_COOKIE" not in request.META

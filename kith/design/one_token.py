"""The token of a page's forms, drawn once."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.utils.functional import SimpleLazyObject


def one_token(request: HttpRequest) -> dict[str, Any]:
    """What every form of one page sends, drawn when the first is, and not at all where there is none.

    Django draws it anew for each form: some thirty random letters, in each of the many buttons of a list. What keeps
    it from being guessed out of a compressed page is that it differs between answers, and it does.
    """
    return {"csrf_input": SimpleLazyObject(lambda: csrf_input(request))}

"""What was typed for something that is not open any more is shown back, and never lost with the page."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render

from kith.access.failures import typed_words

P = ParamSpec("P")
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "sending"})


def words_kept(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """Of a form: what a colleague closed or answered meanwhile answers 409 with everything that was typed.

    Stands below the gate, so that whoever has no business here still finds nothing; to others it is the same for
    every id, there or not. A page that is only asked for answers 404 as always.
    """

    @functools.wraps(view)
    def kept(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        request = args[0]
        try:
            return view(*args, **kwargs)
        except Http404:
            if not isinstance(request, HttpRequest) or request.method != "POST":
                raise
            words = [said for name, said in typed_words(request) if name not in _NOT_TYPED and said.strip()]
            return render(request, "access/gone.html", {"kept": words}, status=409)

    return kept

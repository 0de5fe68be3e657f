"""The search of the directory inside a page of somebody else's: a school, a surgery, another council.

It reads no cookie and sets none, runs no script and writes nothing, so a form that another site shows needs no proof of
where it came from. What is found is shown in it; a service opens in a page of its own.
"""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF
from csp.decorators import csp
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt

from kith.access.gates import public
from kith.offer.finding.asked import AskedForm
from kith.offer.finding.search import search
from kith.offer.public.views import asked_of

POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": settings.WIDGET_SITES,
}
BOXES = ("postcode", "text", "need")


class ShortForm(AskedForm):
    """The boxes for which there is room; the others are as if left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(BOXES):
            self.fields[name].widget = self.fields[name].hidden_widget()


@public
@csrf_exempt
@xframe_options_exempt
@csp(POLICY)  # type: ignore[untyped-decorator]  # django-csp says no types
def directory_widget(request: HttpRequest) -> HttpResponse:
    """What help is there near me?"""
    form = ShortForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form, "boxes": [form[name] for name in BOXES]}
    if request.method == "POST" and form.is_valid():
        asked = asked_of(form, 1)
        context |= {"found": search(asked, timezone.localdate()), "asked": asked}
    response = render(request, "offer/widget.html", context)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response

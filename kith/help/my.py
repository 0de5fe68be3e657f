"""The family's page of help: what was offered to them, and what was given."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, family
from kith.help.queries.mine import my_help


@family
def my_help_view(request: ActingRequest) -> HttpResponse:
    """What help did you offer us, and what did you give?"""
    return render(request, "help/my.html", {"help": my_help()})

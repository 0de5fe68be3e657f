"""The family's door to letters: those that were sent to me and that my worker put on my page, as they were sent."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kith.access.gates import ActingRequest, family
from kith.letters.queries.mine import my_letter_file, my_letters, my_papers
from kith.story.files import store


@family
def letters_of_mine(request: ActingRequest) -> HttpResponse:
    """What did you write to me?"""
    return render(request, "letters/my_letters.html", {"letters": my_letters()})


@family
def papers_of_mine(request: ActingRequest) -> HttpResponse:
    """What was given to me to read: letters, plans, reports, pictures?"""
    return render(request, "letters/my_papers.html", {"papers": my_papers()})


@family
def letter_of_mine(request: ActingRequest, sending_id: UUID) -> HttpResponse:
    """One of them, the same to the byte as it was sent. Its name says nothing."""
    file = my_letter_file(sending_id)
    if file is None:
        raise Http404
    response = HttpResponse(b"".join(store().open(file)), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="letter.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

"""Files of the offers, for everybody. Made in memory of what was posted; nothing is kept, and no address says it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.gates import public
from kith.letters.offers.asking import letter_of, offer_on_paper
from kith.letters.paper.docx import as_docx
from kith.letters.paper.pdf import as_pdf
from kith.offer.offers.forms import AnswersForm
from kith.offer.offers.public import offer_today, yours

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@public
def offer_letter(request: HttpRequest, ending: str) -> HttpResponse:
    """The letter of one's own, of what was chosen; who comes with nothing chosen is asked first."""
    if request.method != "POST":
        return redirect("offer_yours")
    form = AnswersForm(request.POST)
    if not form.is_valid():
        return render(request, "offer/yours_asked.html", {"form": form})
    _, offer = yours(form)
    paper = letter_of(form.answers(), offer, timezone.localdate())
    made = as_docx(paper) if ending == "docx" else as_pdf(paper)
    return _file(made, "letter", ending)


@public
def offer_pdf(request: HttpRequest, kind: str) -> HttpResponse:
    """The whole offer, to print."""
    offer = offer_today(kind)
    return _file(as_pdf(offer_on_paper(offer), title="Information"), "information", "pdf")


def _file(made: bytes, name: str, ending: str) -> HttpResponse:
    kind = "application/pdf" if ending == "pdf" else WORD
    return HttpResponse(
        made, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    )

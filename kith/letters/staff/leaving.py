"""One letter as its reader gets it, the check before it leaves, and its files once it may."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.family_accounts.queries import post_is_opened_by_others, said_of, shared_channels
from kith.access.gates import ActingRequest, person_page, staff_who_may
from kith.access.permissions import Permission
from kith.core.action import CannotBeError, NotPermittedError
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import today
from kith.letters import actions
from kith.letters.checking import check, stops
from kith.letters.forms import CheckForm
from kith.letters.laid_out import Paper, paper
from kith.letters.models import ForWhom, Letter, LetterKind
from kith.letters.paper.docx import as_docx
from kith.letters.paper.pdf import as_pdf, pages_of
from kith.letters.queries import on_page, sendings_of, sources_of, to_post
from kith.letters.reaching import Reached, ways_to
from kith.letters.staff.word import as_word
from kith.letters.staff.writing import PAGE, letter_of
from kith.story.files import store

FILES = {
    "pdf": (as_pdf, "application/pdf"),
    "docx": (as_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@person_page(PAGE, needs=Permission.RELEASE)
def letter(request: ActingRequest, person: OpenPerson, letter_id: UUID) -> HttpResponse:
    """How it reads, the ways by which it can go, and where it went."""
    found = letter_of(person, letter_id)
    laid, sent = paper(found), sendings_of(found.id)
    context = {
        "person_id": person.id,
        "letter": found,
        "paper": laid,
        "ways": _ways(found),
        "shared": said_of(shared_channels(_whose(found)) & {"post"}),
        "stops": stops(found, laid, "", by=request.actor.id),
        "sent": sent,
        "on_page": on_page([each.id for each in sent]),
        "may_open": found.for_whom == ForWhom.FAMILY,
        "again": _again(found),
        "sources": sources_of(found),
        "pages": pages_of(laid) if found.kind == LetterKind.HANDOVER else 0,
    }
    return render(request, "letters/letter.html", context)


def _again(found: Letter) -> str:
    """Where it is changed or made again; empty for what is only made anew."""
    if found.word_id:
        return f"{reverse('letter_word_new', args=[found.person_id, found.template])}?again={found.id}"
    if found.kind == LetterKind.LETTER:
        return "change/"
    if found.kind == LetterKind.CHRONOLOGY:
        return ""
    return f"{reverse('letter_paper_new', args=[found.person_id, found.template])}?again={found.id}"


def _ways(found: Letter) -> list[Reached]:
    # A document may have readers of the family who get it in another's hands: an address is for whoever it is to.
    return ways_to(_whose(found))


def _whose(found: Letter) -> list[UUID]:
    return found.readers[:1] if found.for_whom == "family" else []


@person_page(PAGE, needs=Permission.RELEASE)
@once
def letter_check(request: ActingRequest, person: OpenPerson, letter_id: UUID, way: str) -> HttpResponseBase:
    """This goes to ..., at ..., it contains ...: and a worker says yes."""
    found = letter_of(person, letter_id)
    reached = next((each for each in _ways(found) if each.key == way), None)
    if reached is None:
        raise Http404
    form = CheckForm(request.POST or None)
    said_yes = request.method == "POST" and form.is_valid()
    if said_yes and tried(form, lambda: actions.send(by=request.actor, letter=found.id, reached=reached)):
        return redirect("letter", person.id, found.id)
    context = {
        "person_id": person.id,
        "letter": found,
        "paper": paper(found, goes_to=reached.goes_to),
        "check": check(found, reached, by=request.actor.id),
        "form": form,
    }
    return render(request, "letters/check.html", context)


@person_page(PAGE, needs=Permission.RELEASE)
def letter_file(request: ActingRequest, person: OpenPerson, letter_id: UUID, ending: str) -> HttpResponse:
    """The letter as a file, once the check was said yes to and while nothing new stops it."""
    made, kind = FILES[ending]
    laid, file = _may_leave(request, person, letter_id)
    found = letter_of(person, letter_id)
    # The PDF is the one that left, to the byte; a Word file is laid out anew from the same row.
    if ending == "pdf" and file:
        content = b"".join(store().open(file))
    else:
        content = as_word(found, laid) if ending == "docx" and found.word_id else made(laid)
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="letter.{ending}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@person_page(PAGE, needs=Permission.RELEASE)
def letter_paper(request: ActingRequest, person: OpenPerson, letter_id: UUID) -> HttpResponse:
    """The letter alone on a page, to be printed: nothing of staff stands on it."""
    return render(request, "letters/paper.html", {"paper": _may_leave(request, person, letter_id)[0]})


def _may_leave(request: ActingRequest, person: OpenPerson, letter_id: UUID) -> tuple[Paper, str]:
    """What left last, and its PDF by its name in the store.

    Raises Http404: before the check, and once somebody is kept apart whom it would tell something.
    """
    found = letter_of(person, letter_id)
    sent = sendings_of(found.id)
    goes_to = sent[-1].goes_to if sent else ""
    laid = paper(found, goes_to=goes_to)
    if not sent or stops(found, laid, goes_to, by=request.actor.id):
        raise Http404
    return laid, sent[-1].file


@staff_who_may(Permission.RELEASE)
@once
def letters_to_post(request: ActingRequest) -> HttpResponseBase:
    """What waits to be printed and posted, and saying that it was."""
    wrong = ""
    if request.method == "POST":
        try:
            actions.posted(by=request.actor, sending=UUID(request.POST.get("sending", "")), on=today())
        except ValueError:
            raise Http404 from None
        except (NotPermittedError, CannotBeError) as refused:
            wrong = str(refused)
        else:
            return redirect("letters_to_post")
    lines = to_post()
    shared = post_is_opened_by_others({each.reader for each in lines if each.reader})
    context = {"lines": lines, "wrong": wrong, "shared": shared, "why": said_of({"post"})}
    return render(request, "letters/to_post.html", context)

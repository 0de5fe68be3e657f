"""Open Referral UK 3.0: every address of the profile, anonymous, the same answer for everybody."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.http import http_date, parse_http_date_safe

from kith.access.gates import public
from kith.offer.api.asked import AskedWronglyError, Query, read
from kith.offer.api.limit import must_wait
from kith.offer.api.lists import State, page, state
from kith.offer.api.open import ROOT
from kith.offer.api.tags import shaped, tag_of
from kith.offer.oruk.documents import at_location, listed, term_of
from kith.offer.oruk.schema import openapi
from kith.offer.terms import by_id, taxonomy

PROFILE = "https://docs.openreferral.org/en/3.0-uk/"
Answer = Callable[[HttpRequest, State], Any]


class NotThereError(Exception):
    """Nothing of that id is published."""


def _answer(request: HttpRequest, make: Answer) -> HttpResponse:
    """The answer as JSON, or that it has not changed, is not there, was asked wrongly or too often."""
    if wait := must_wait(request):
        refused = JsonResponse({"error": "Too many at once."}, status=429)
        refused.headers["Retry-After"] = str(wait)
        return refused
    if request.method != "GET":
        return JsonResponse({"error": "Ask with GET."}, status=405, headers={"Allow": "GET, HEAD, OPTIONS"})
    now = state()
    changed = max(now.at.timestamp(), shaped().at)
    marks = {"ETag": tag_of(request, now), "Last-Modified": http_date(changed)}
    if _unchanged(request, marks["ETag"], changed):
        return HttpResponse(status=304, headers=marks)
    try:
        made = make(request, now)
    except NotThereError:
        return JsonResponse({"error": "There is nothing of that id."}, status=404)
    except AskedWronglyError as why:
        return JsonResponse({"error": str(why)}, status=400)
    return HttpResponse(json.dumps(made, ensure_ascii=False), content_type="application/json", headers=marks)


@public
def oruk_root(request: HttpRequest) -> HttpResponse:
    """Which version of which profile this is."""
    where = request.build_absolute_uri(f"{ROOT}/openapi.json")
    return _answer(
        request, lambda _r, _n: {"version": "HSDS-UK-3.0", "profile": PROFILE, "openapi_url": where}
    )


@public
def oruk_openapi(request: HttpRequest) -> HttpResponse:
    """The profile's own description."""
    here = request.build_absolute_uri(ROOT)
    return _answer(request, lambda _r, _n: {**openapi(), "servers": [{"url": here}]})


@public
def oruk_services(request: HttpRequest) -> HttpResponse:
    """A page of services."""
    return _answer(request, _services)


@public
def oruk_service(request: HttpRequest, service_id: str) -> HttpResponse:
    """One service, whole."""
    return _answer(request, lambda _r, _n: _document(_uuid(service_id)))


@public
def oruk_places(request: HttpRequest) -> HttpResponse:
    """A page of services at locations. One whose place is secret is at none."""
    return _answer(request, _places)


@public
def oruk_place(request: HttpRequest, at_id: str) -> HttpResponse:
    """The whole service of one that is at a location."""

    def found(_request: HttpRequest, _now: State) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT p.document FROM offer_spot s JOIN offer_published p ON p.service_id = s.service_id"
                " WHERE s.id = %s AND s.place IS NOT NULL",
                [_uuid(at_id)],
            )
            row = cursor.fetchone()
        if row is None:
            raise NotThereError
        return _read(row[0])

    return _answer(request, found)


@public
def oruk_taxonomies(request: HttpRequest) -> HttpResponse:
    """The one list of needs."""
    return _answer(request, lambda r, _n: _envelope(read(r.GET), 1, [_taxonomy()]))


@public
def oruk_taxonomy(request: HttpRequest, taxonomy_id: str) -> HttpResponse:
    """The list of needs, with its terms."""

    def found(_request: HttpRequest, _now: State) -> Any:
        if _uuid(taxonomy_id) != taxonomy().id:
            raise NotThereError
        return _taxonomy() | {"taxonomy_terms": [term_of(each.code) for each in taxonomy().terms]}

    return _answer(request, found)


@public
def oruk_terms(request: HttpRequest) -> HttpResponse:
    """A page of needs."""

    def found(asked: HttpRequest, _now: State) -> Any:
        query, every = read(asked.GET), taxonomy().terms
        skip = (query.page - 1) * query.size
        return _envelope(query, len(every), [term_of(each.code) for each in every[skip : skip + query.size]])

    return _answer(request, found)


@public
def oruk_term(request: HttpRequest, term_id: str) -> HttpResponse:
    """One need."""

    def found(_request: HttpRequest, _now: State) -> Any:
        term = by_id().get(_uuid(term_id))
        if term is None:
            raise NotThereError
        return term_of(term.code)

    return _answer(request, found)


def _services(request: HttpRequest, now: State) -> Any:
    query = read(request.GET)
    total, rows = page("services", query, now)
    return _envelope(query, total, [listed(_read(row[0])) for row in rows])


def _places(request: HttpRequest, now: State) -> Any:
    query = read(request.GET)
    total, rows = page("places", query, now)
    return _envelope(
        query, total, [at for row in rows if (at := at_location(_read(row[0]), row[1])) is not None]
    )


def _document(service: UUID) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT document FROM offer_published WHERE service_id = %s", [service])
        row = cursor.fetchone()
    if row is None:
        raise NotThereError
    return _read(row[0])


def _envelope(query: Query, total: int, contents: list[Any]) -> dict[str, Any]:
    pages = -(-total // query.size)
    return {
        "total_items": total, "total_pages": pages, "page_number": query.page, "size": len(contents),
        "first_page": query.page == 1, "last_page": query.page >= pages, "empty": not contents, "contents": contents,
    }  # fmt: skip


def _taxonomy() -> dict[str, Any]:
    whole = taxonomy()
    return {"id": str(whole.id), "name": whole.name, "description": whole.description, "version": "1"}


def _read(document: Any) -> Any:
    return json.loads(document) if isinstance(document, str) else document


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotThereError from None


def _unchanged(request: HttpRequest, tag: str, changed: float) -> bool:
    if asked := request.headers.get("If-None-Match"):
        return tag in {each.strip().removeprefix("W/") for each in asked.split(",")} or asked.strip() == "*"
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and int(changed) <= since

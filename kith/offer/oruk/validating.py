"""Every published record against the standard, in one streaming pass that holds a few hundred at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db import connection

from kith.offer.oruk.documents import Document, at_location, listed, term_of
from kith.offer.oruk.schema import AT_LOCATION, LISTED, SERVICE, TAXONOMY, TERM, faults
from kith.offer.terms import taxonomy

SLICE = 500
TOLD = 1_000
"""Faults that are told; more are left."""


def validate_all() -> dict[str, Any]:
    """`{"services", "records", "faults": [{"record", "field", "reason"}]}`; a record is what one address answers with.

    One statement, read by a cursor of the server's. Runs in a transaction, as anybody: what it reads is public.
    """
    services = records = 0
    wrong: list[dict[str, str]] = []
    for record, shape, value in _records():
        records += 1
        services += shape == SERVICE
        for field, reason in faults(value, shape):
            if len(wrong) < TOLD:
                wrong.append({"record": record, "field": field or "record", "reason": reason})
    return {"services": services, "records": records, "faults": wrong}


def _records() -> Iterator[tuple[str, str, Any]]:
    whole = taxonomy()
    terms = [term_of(each.code) for each in whole.terms]
    told = {
        "id": str(whole.id),
        "name": whole.name,
        "description": whole.description,
        "taxonomy_terms": terms,
    }
    yield f"taxonomy {whole.id}", TAXONOMY, told
    for term in terms:
        yield f"taxonomy term {term['id']}", TERM, term
    with connection.chunked_cursor() as cursor:
        cursor.execute("SELECT service_id, document FROM offer_published ORDER BY service_id")
        while some := cursor.fetchmany(SLICE):
            for service, read in some:
                yield from _of(service, json.loads(read) if isinstance(read, str) else read)


def _of(service: object, document: Document) -> Iterator[tuple[str, str, Any]]:
    yield f"service {service}", SERVICE, document
    yield f"service {service} in a list", LISTED, listed(document)
    for at in document.get("service_at_locations", ()):
        yield f"service at location {at['id']}", AT_LOCATION, at_location(document, at["location_id"])
